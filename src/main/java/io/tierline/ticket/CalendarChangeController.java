package io.tierline.ticket;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tierline.account.Person;
import io.tierline.web.Caller;
import io.tierline.web.Problem;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Changes dates that calendars know already, on the tickets that count in them. */
@Tag(name = "Calendars")
@RestController
@RequestMapping(CalendarChangeController.PATH)
class CalendarChangeController {

  static final String PATH = "/api/v1/calendars/changes";

  private final CalendarChanges changes;
  private final ChangeRows rows;

  CalendarChangeController(CalendarChanges changes, ChangeRows rows) {
    this.changes = changes;
    this.rows = rows;
  }

  /** What was recorded on one ticket. */
  record Changed(String ticket, long seq, boolean repeated) {}

  /** A change for many tickets, and how far it has come. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record ChangeView(
      long id,
      String pack,
      @Nullable String agreement,
      Map<String, Object> data,
      Instant takenAt,
      long recorded,
      long refused,
      boolean done) {}

  @Operation(
      summary = "Change known dates of a calendar",
      description =
          """
          For operators. Each ticket gets an entry `calendar-changed`; from that instant on its           running clocks are reckoned with the changed dates, also past ones. What is broken stays           broken, what was met stays met, and `?known=` before it gives the old answer. For one           `ticket` at once; for all tickets of a `pack`, or of them those under an `agreement`,           that are open now, one after the other. Tickets opened later follow what their pack and           agreement say then.""")
  @ApiResponse(responseCode = "201", description = "It is on the ticket's timeline")
  @ApiResponse(responseCode = "202", description = "It is on its way; Location says how far")
  @ApiResponse(responseCode = "400", description = "Unreadable, or without an Idempotency-Key")
  @ApiResponse(responseCode = "403", description = "Your key is no operator's")
  @ApiResponse(responseCode = "404", description = "No such ticket, pack or agreement")
  @ApiResponse(
      responseCode = "422",
      description = "No such calendar, a date that isn't known, or nothing that would change")
  @PostMapping
  ResponseEntity<?> change(
      @Caller Person person,
      @Parameter(
              description = "Chosen by you, one per change; up to 200 visible ASCII characters",
              required = true,
              example = "gazette-114")
          @RequestHeader(name = "Idempotency-Key", required = false)
          @Nullable String key,
      @RequestBody CalendarChangeRequest request) {
    Problem.unlessOperator(person);
    String given = Given.key(key);
    boolean one = request.ticket() != null;
    if (one == (request.pack() != null) || (one && request.agreement() != null)) {
      throw Problem.of(
          HttpStatus.UNPROCESSABLE_CONTENT,
          "Expected either 'ticket', or 'pack' with or without 'agreement', but found another mix");
    }
    Map<String, Object> data = data(request);
    return one
        ? changed(changes.one(String.valueOf(request.ticket()), data, person, given))
        : under(
            changes.all(String.valueOf(request.pack()), request.agreement(), data, person, given));
  }

  private static Map<String, Object> data(CalendarChangeRequest request) {
    Map<String, Object> data = request.data();
    Storable.fault("", data)
        .ifPresent(
            reason -> {
              throw Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, reason);
            });
    return data;
  }

  private static ResponseEntity<Changed> changed(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Refused refused -> throw VisibleTickets.problem(refused);
      case Outcome.Recorded recorded ->
          ResponseEntity.created(URI.create("/api/v1/tickets/" + recorded.number()))
              .body(new Changed(recorded.number(), recorded.seq(), recorded.repeated()));
    };
  }

  private ResponseEntity<ChangeView> under(CalendarChanges.Taken taken) {
    return switch (taken) {
      case CalendarChanges.Taken.Not not -> throw VisibleTickets.problem(not.refused());
      case CalendarChanges.Taken.Under under ->
          ResponseEntity.accepted()
              .location(URI.create(PATH + "/" + under.id()))
              .body(view(under.id()));
    };
  }

  @Operation(summary = "Read how far a change for many tickets has come")
  @ApiResponse(responseCode = "200", description = "The change")
  @ApiResponse(responseCode = "403", description = "Your key is no operator's")
  @ApiResponse(responseCode = "404", description = "There is none of this number")
  @GetMapping("/{id}")
  ChangeView read(@Caller Person person, @PathVariable long id) {
    Problem.unlessOperator(person);
    return view(id);
  }

  private ChangeView view(long id) {
    return rows.find(id)
        .map(
            one ->
                new ChangeView(
                    one.id(),
                    one.pack(),
                    one.agreement(),
                    one.data(),
                    one.takenAt(),
                    one.recorded(),
                    one.refused(),
                    one.done()))
        .orElseThrow(
            () ->
                Problem.of(
                    HttpStatus.NOT_FOUND,
                    "Expected a change that was sent, but there is no %d".formatted(id)));
  }
}
