package io.tierline.ticket;

import static io.tierline.ticket.VisibleTickets.problem;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tierline.account.Person;
import io.tierline.ticket.TicketViews.RecordedView;
import io.tierline.timeline.Kinds;
import io.tierline.web.Caller;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What records something: both ways through the door. */
@Tag(name = "Tickets")
@RestController
@RequestMapping("/api/v1/tickets")
class TicketController {

  private static final String KEY = "Idempotency-Key";
  private static final String KEY_IS =
      "Chosen by you, one per thing to record; up to 200 visible ASCII characters";

  private final Door door;
  private final VisibleTickets tickets;
  private final TicketViews views;
  private final Discretion discretion;

  TicketController(Door door, VisibleTickets tickets, TicketViews views, Discretion discretion) {
    this.door = door;
    this.tickets = tickets;
    this.views = views;
    this.discretion = discretion;
  }

  @Operation(
      summary = "Open a ticket",
      description =
          "Answers how it was judged: severity and why, tier, what is missing, every clock with"
              + " its due instant.")
  @ApiResponse(responseCode = "201", description = "It is open")
  @ApiResponse(responseCode = "400", description = "Unreadable, or without an Idempotency-Key")
  @ApiResponse(responseCode = "403", description = "A rule doesn't let you; it is named")
  @ApiResponse(responseCode = "404", description = "No such agreement of yours")
  @ApiResponse(responseCode = "422", description = "Readable, but not what the pack asks for")
  @ApiResponse(responseCode = "503", description = "Too much waits; try again after Retry-After")
  @PostMapping
  ResponseEntity<RecordedView> open(
      @Caller Person person,
      @Parameter(description = KEY_IS, required = true, example = "my-first-try")
          @RequestHeader(name = KEY, required = false)
          @Nullable String key,
      @RequestBody OpenRequest request) {
    String given = Given.key(key);
    return answer(person, door.open(request.opening(), person, given));
  }

  @Operation(
      summary = "Record an entry on a ticket",
      description =
          "Answers how the ticket is judged right after it. `policy-changed` with"
              + " `{version, pack?, reason}` moves it to a later version of its pack, or to another"
              + " pack of its vendor; the vendor's people may if the pack lets them, operators may.")
  @ApiResponse(responseCode = "201", description = "It is on the timeline")
  @ApiResponse(responseCode = "400", description = "Unreadable, or without an Idempotency-Key")
  @ApiResponse(
      responseCode = "403",
      description = "A rule says that your role may not; it is named")
  @ApiResponse(responseCode = "404", description = "No such ticket of yours")
  @ApiResponse(responseCode = "409", description = "Not as things stand; the rule is named")
  @ApiResponse(responseCode = "422", description = "Readable, but not what the pack asks for")
  @PostMapping("/{number}/entries")
  ResponseEntity<RecordedView> record(
      @Caller Person person,
      @Parameter(description = KEY_IS, required = true, example = "my-first-try")
          @RequestHeader(name = KEY, required = false)
          @Nullable String key,
      @Parameter(example = "T-000001") @PathVariable String number,
      @RequestBody EntryRequest request) {
    String given = Given.key(key);
    if (person.operates() && Kinds.POLICY_CHANGED.equals(request.kind())) {
      return answer(
          person,
          door.record(number, request.proposal(Actors.operator(person)), person.id(), given));
    }
    Ticket ticket = tickets.find(person, number);
    return answer(
        person,
        door.record(ticket.number(), request.proposal(tickets.actor(person)), person.id(), given));
  }

  private ResponseEntity<RecordedView> answer(Person person, Outcome outcome) {
    return switch (outcome) {
      case Outcome.Refused refused -> throw problem(refused);
      case Outcome.Recorded recorded ->
          ResponseEntity.created(URI.create("/api/v1/tickets/" + recorded.number()))
              .body(views.recorded(told(person, recorded)));
    };
  }

  private Outcome.Recorded told(Person person, Outcome.Recorded recorded) {
    return new Outcome.Recorded(
        recorded.number(),
        recorded.seq(),
        person.operates()
            ? Discretion.bare(recorded.judgement())
            : discretion.judgement(
                person, tickets.find(person, recorded.number()), recorded.judgement()),
        recorded.repeated());
  }
}
