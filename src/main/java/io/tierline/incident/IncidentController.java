package io.tierline.incident;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tierline.account.Person;
import io.tierline.ticket.Actors;
import io.tierline.ticket.Tickets;
import io.tierline.web.Caller;
import io.tierline.web.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Incidents over REST. What does not concern somebody is not there for them: 404. */
@Tag(name = "Incidents")
@RestController
@RequestMapping("/api/v1/incidents")
class IncidentController {

  private final Incidents incidents;
  private final Tickets tickets;

  IncidentController(Incidents incidents, Tickets tickets) {
    this.incidents = incidents;
    this.tickets = tickets;
  }

  /** Incidents, newest first. */
  @Operation(summary = "List the incidents that concern you")
  @GetMapping
  List<Incident> list(
      @Caller Person person,
      @RequestParam(required = false) @Nullable String ticket,
      @RequestParam(required = false) @Nullable String before,
      @RequestParam(defaultValue = "50") int limit) {
    if (Actors.of(person).isEmpty()) {
      throw noActor(person);
    }
    expect("ticket", ticket, "T-000001");
    expect("before", before, "I-000001");
    return incidents.list(person.org(), ticket, before, Math.clamp(limit, 1, 200));
  }

  /** One incident. */
  @Operation(summary = "Read an incident")
  @GetMapping("/{number}")
  Incident one(@Caller Person person, @PathVariable String number) {
    return incidents
        .find(person.org(), number)
        .filter(incident -> tickets.concerns(person, incident.ticket()))
        .orElseThrow(
            () ->
                Problem.of(
                    HttpStatus.NOT_FOUND,
                    "Expected an incident that concerns you, but found none of this number"));
  }

  private static Problem noActor(Person person) {
    String reason = "Expected a role that acts on tickets, but yours is '%s'";
    return new Problem(
        403, "urn:tierline:refused:role", reason.formatted(person.role()), null, List.of());
  }

  /** A number of the same kind as the example. */
  private static void expect(String name, @Nullable String number, String example) {
    if (number != null && !number.matches(example.charAt(0) + "-\\d{1,18}")) {
      throw Problem.of(
          HttpStatus.BAD_REQUEST,
          "Expected '%s' to be a number such as %s, but it is none".formatted(name, example));
    }
  }
}
