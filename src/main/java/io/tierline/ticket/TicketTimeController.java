package io.tierline.ticket;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tierline.account.Person;
import io.tierline.policy.Explained;
import io.tierline.policy.Explanation;
import io.tierline.policy.WhoseTime;
import io.tierline.web.Caller;
import io.tierline.web.Problem;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What tells of a ticket's time: how each clock came about, and whose time it was. */
@Tag(name = "Tickets")
@RestController
@RequestMapping("/api/v1/tickets/{number}")
class TicketTimeController {

  private final VisibleTickets tickets;
  private final TicketReadings readings;
  private final Discretion discretion;

  TicketTimeController(VisibleTickets tickets, TicketReadings readings, Discretion discretion) {
    this.tickets = tickets;
    this.readings = readings;
    this.discretion = discretion;
  }

  @Operation(
      summary = "Explain a clock",
      description =
          "Where it stands and why: the promises with row and clauses, the segments counted, the"
              + " pauses and whose they were, the days skipped, what would move it; and all of it"
              + " as a text to read, in the pack's language and in English.")
  @GetMapping("/clocks/{clock}")
  Explanation clock(
      @Caller Person person,
      @Parameter(example = "T-000001") @PathVariable String number,
      @Parameter(example = "response") @PathVariable String clock,
      @Parameter(description = "Which round of a recurring duty; the latest if not said")
          @RequestParam(required = false)
          @Nullable Integer round,
      @Parameter(description = "The instant to judge; now if not said")
          @RequestParam(required = false)
          @Nullable Instant at,
      @Parameter(description = "Only what was recorded by then; everything if not said")
          @RequestParam(required = false)
          @Nullable Instant known) {
    Ticket ticket = tickets.find(person, number);
    return told(
        readings.explain(
            ticket,
            discretion.question(person, ticket, clock, round),
            Given.instant("at", at),
            Given.instant("known", known)));
  }

  @Operation(
      summary = "Tell whose time it was",
      description =
          "Every millisecond from the opening on belongs to the vendor, the reseller, the customer,"
              + " a third party or nobody: closed hours of the tier in charge while it is its own"
              + " side's turn, and what comes after a closing. At an instant before the opening there"
              + " is no `from`, and all of it is zero.")
  @GetMapping("/time")
  WhoseTime time(
      @Caller Person person,
      @Parameter(example = "T-000001") @PathVariable String number,
      @Parameter(description = "Up to when; now if not said") @RequestParam(required = false)
          @Nullable Instant at,
      @Parameter(description = "Only what was recorded by then; everything if not said")
          @RequestParam(required = false)
          @Nullable Instant known) {
    Ticket ticket = tickets.find(person, number);
    return discretion.whoseTime(
        person,
        ticket,
        readings.whoseTime(ticket, Given.instant("at", at), Given.instant("known", known)));
  }

  /** The explanation; a clock that there is none of is not found. */
  static Explanation told(Explained explained) {
    return switch (explained) {
      case Explained.Told told -> told.explanation();
      case Explained.NoSuchClock none -> throw Problem.of(HttpStatus.NOT_FOUND, none.reason());
    };
  }
}
