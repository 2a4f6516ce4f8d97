package io.tierline.ticket;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tierline.account.Person;
import io.tierline.policy.Pack;
import io.tierline.ticket.TicketViews.EntryView;
import io.tierline.timeline.Timeline;
import io.tierline.timeline.Visibility;
import io.tierline.web.Caller;
import io.tierline.web.Problem;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A ticket as a report: up to its signature, or up to now. */
@Tag(name = "Tickets")
@RestController
@RequestMapping("/api/v1/tickets/{number}/report")
class ReportController {

  private static final Set<String> AUDIENCES = Set.of("me", "customer");

  private final VisibleTickets tickets;
  private final ToldTimeline told;
  private final Entries entries;
  private final PinnedPacks packs;
  private final Clock clock;

  ReportController(
      VisibleTickets tickets, ToldTimeline told, Entries entries, PinnedPacks packs, Clock clock) {
    this.tickets = tickets;
    this.told = told;
    this.entries = entries;
    this.packs = packs;
    this.clock = clock;
  }

  @Operation(
      summary = "Read a ticket as a report",
      description =
          "What happened, which promises were kept, and who signed it: as Markdown, in the pack's"
              + " language or another. Once it is signed it stays as it was then. `for=customer`"
              + " leaves out what only the vendor's people may read.")
  @GetMapping(produces = "text/markdown;charset=UTF-8")
  String report(
      @Caller Person person,
      @Parameter(example = "T-000001") @PathVariable String number,
      @Parameter(description = "The pack's own if not said", example = "en")
          @RequestParam(required = false)
          @Nullable String language,
      @Parameter(description = "`me` or `customer`")
          @RequestParam(name = "for", defaultValue = "me")
          String audience) {
    if (!AUDIENCES.contains(audience)) {
      throw Problem.of(
          HttpStatus.BAD_REQUEST, "Expected 'for' to be me or customer, but found another");
    }
    Ticket ticket = tickets.find(person, number);
    List<EntryView> seen =
        told.tell(person, ticket).entries().stream()
            .filter(
                entry -> audience.equals("me") || entry.visibility().equals(Visibility.ALL.code()))
            .toList();
    return written(ticket, seen, language).text();
  }

  private Report written(Ticket ticket, List<EntryView> seen, @Nullable String language) {
    Optional<EntryView> signature = Report.signature(seen);
    long last = signature.map(EntryView::seq).orElse(Long.MAX_VALUE);
    Timeline timeline = entries.timeline(ticket.number());
    Timeline then =
        new Timeline(timeline.entries().stream().filter(one -> one.seq() <= last).toList());
    Pack pack = packs.of(ticket, then);
    Instant at =
        signature
            .map(EntryView::recordedAt)
            .orElseGet(() -> ticket.notBefore(clock.instant().truncatedTo(ChronoUnit.MILLIS)));
    return new Report(
        ReportWords.of(
            language == null ? pack.vocabulary().language() : language, pack.vocabulary()),
        ticket.number(),
        ticket.customer(),
        entries.text(ticket.number(), 1, "subject").orElse(null),
        seen.stream().filter(entry -> entry.seq() <= last).toList(),
        pack.judge(then, at));
  }
}
