package io.tierline.ticket;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tierline.account.Person;
import io.tierline.policy.Judgement;
import io.tierline.ticket.TicketViews.PageView;
import io.tierline.ticket.TicketViews.TicketView;
import io.tierline.ticket.TicketViews.TimelineView;
import io.tierline.web.Caller;
import io.tierline.web.Problem;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What reads tickets. */
@Tag(name = "Tickets")
@RestController
@RequestMapping("/api/v1/tickets")
class TicketReadController {

  private static final int LONGEST_PAGE = 200;
  private static final Set<String> STATUSES = Set.of("new", "open", "solved", "closed");

  private final VisibleTickets tickets;
  private final TicketReadings readings;
  private final ToldTimeline timeline;
  private final TicketViews views;
  private final Discretion discretion;

  TicketReadController(
      VisibleTickets tickets,
      TicketReadings readings,
      ToldTimeline timeline,
      TicketViews views,
      Discretion discretion) {
    this.tickets = tickets;
    this.readings = readings;
    this.timeline = timeline;
    this.views = views;
    this.discretion = discretion;
  }

  @Operation(
      summary = "List the tickets that concern you",
      description = "In the order of their numbers, as they stood at their last entry or alarm.")
  @GetMapping
  PageView list(
      @Caller Person person,
      @Parameter(description = "Only tickets in this status", example = "open")
          @RequestParam(required = false)
          @Nullable String status,
      @Parameter(description = "Only tickets after this number", example = "T-000001")
          @RequestParam(required = false)
          @Nullable String after,
      @Parameter(description = "How many, 1 to 200") @RequestParam(defaultValue = "50") int limit) {
    if (limit < 1 || limit > LONGEST_PAGE) {
      throw bad("Expected 'limit' from 1 to %d, but found %d".formatted(LONGEST_PAGE, limit));
    }
    if (status != null && !STATUSES.contains(status)) {
      throw bad(
          "Expected 'status' to be one of %s, but found '%s'"
              .formatted(STATUSES.stream().sorted().toList(), status));
    }
    List<Ticket> page = tickets.list(person, status, count(after), limit);
    return new PageView(
        page.stream().map(ticket -> view(person, ticket)).toList(),
        page.size() < limit ? null : page.getLast().number());
  }

  @Operation(summary = "Read a ticket as it stands now")
  @GetMapping("/{number}")
  TicketView ticket(
      @Caller Person person, @Parameter(example = "T-000001") @PathVariable String number) {
    return view(person, readings.judged(tickets.find(person, number)));
  }

  private TicketView view(Person person, Ticket ticket) {
    return views.ticket(
        discretion.ticket(person, ticket), readings.subject(person, ticket).orElse(null));
  }

  @Operation(
      summary = "Read what happened on a ticket",
      description = "The entries that you may read. A text that was erased is null.")
  @GetMapping("/{number}/timeline")
  TimelineView timeline(
      @Caller Person person, @Parameter(example = "T-000001") @PathVariable String number) {
    return timeline.tell(person, tickets.find(person, number));
  }

  @Operation(
      summary = "Judge a ticket",
      description = "Now, or at any instant, also a future one: as if nothing else happened.")
  @GetMapping("/{number}/judgement")
  Judgement judgement(
      @Caller Person person,
      @Parameter(example = "T-000001") @PathVariable String number,
      @Parameter(description = "The instant to judge; now if not said")
          @RequestParam(required = false)
          @Nullable Instant at,
      @Parameter(description = "Only what was recorded by then; everything if not said")
          @RequestParam(required = false)
          @Nullable Instant known) {
    Ticket ticket = tickets.find(person, number);
    return discretion.judgement(
        person,
        ticket,
        readings.judge(ticket, Given.instant("at", at), Given.instant("known", known)));
  }

  private static long count(@Nullable String after) {
    return after == null
        ? 0
        : TicketNumber.count(after)
            .orElseThrow(
                () ->
                    bad(
                        "Expected 'after' to be a ticket's number, but found '%s'"
                            .formatted(after)));
  }

  private static Problem bad(String reason) {
    return Problem.of(HttpStatus.BAD_REQUEST, reason);
  }
}
