package io.tierline.ticket;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tierline.account.Person;
import io.tierline.policy.Pack;
import io.tierline.ticket.TicketViews.EntryView;
import io.tierline.ticket.TicketViews.TimelineView;
import io.tierline.timeline.Timeline;
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
              + " language or another. Once it is signed it stays as it was then, but for what is"
              + " erased. `for=customer`"
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
          String audience,
      @Parameter(description = "The entry that signed it; the latest if not said")
          @RequestParam(required = false)
          @Nullable Long signed) {
    if (!AUDIENCES.contains(audience)) {
      throw Problem.of(
          HttpStatus.BAD_REQUEST, "Expected 'for' to be me or customer, but found another");
    }
    Ticket ticket = tickets.find(person, number);
    TimelineView timeline =
        audience.equals("me") ? told.tell(person, ticket) : told.tellAll(ticket);
    List<EntryView> seen =
        timeline.entries().stream()
            .filter(entry -> signed == null || entry.seq() <= signed)
            .toList();
    Optional<EntryView> signature = Report.signature(seen);
    if (signed != null && signature.filter(entry -> entry.seq() == signed).isEmpty()) {
      throw Problem.of(
          HttpStatus.NOT_FOUND, "Expected an entry that signed a report, but found none there");
    }
    return written(ticket, upTo(signature, seen), signature, language).text();
  }

  private static List<EntryView> upTo(Optional<EntryView> signature, List<EntryView> seen) {
    long last = signature.map(EntryView::seq).orElse(Long.MAX_VALUE);
    return seen.stream().filter(entry -> entry.seq() <= last).toList();
  }

  /** Signed, it is as it was judged then: neither later calendar data nor a later judge counts. */
  private Report written(
      Ticket ticket,
      List<EntryView> told,
      Optional<EntryView> signature,
      @Nullable String language) {
    long last = signature.map(EntryView::seq).orElse(Long.MAX_VALUE);
    Timeline timeline = entries.timeline(ticket.number());
    Timeline then =
        new Timeline(timeline.entries().stream().filter(one -> one.seq() <= last).toList());
    Pack pack = packs.of(ticket, then);
    Instant now = ticket.notBefore(clock.instant().truncatedTo(ChronoUnit.MILLIS));
    return new Report(
        ReportWords.of(
            language == null ? pack.vocabulary().language() : language, pack.vocabulary()),
        ticket.number(),
        ticket.customer(),
        told.isEmpty() || told.getFirst().seq() > 1
            ? null
            : entries.text(ticket.number(), 1, "subject").orElse(null),
        told,
        signature
            .flatMap(entry -> entries.judgement(ticket.number(), entry.seq()))
            .orElseGet(() -> pack.judge(timeline, now)));
  }
}
