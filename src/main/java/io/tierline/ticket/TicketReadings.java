package io.tierline.ticket;

import io.tierline.account.Person;
import io.tierline.policy.Explained;
import io.tierline.policy.Judgement;
import io.tierline.policy.Pack;
import io.tierline.policy.Question;
import io.tierline.policy.WhoseTime;
import io.tierline.timeline.Timeline;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Judges tickets for readers: now, at another instant, or as it was known then. */
@Component
class TicketReadings {

  private static final String SUBJECT = "subject";

  private final Entries entries;
  private final PinnedPacks packs;
  private final Clock clock;

  TicketReadings(Entries entries, PinnedPacks packs, Clock clock) {
    this.entries = entries;
    this.packs = packs;
    this.clock = clock;
  }

  /**
   * The judgement of a ticket.
   *
   * @param at the instant to judge, also a future one; null for now
   * @param known only what was recorded by then; null for everything
   */
  Judgement judge(Ticket ticket, @Nullable Instant at, @Nullable Instant known) {
    Page page = page(ticket, at, known);
    return page.pack().judge(page.timeline(), page.at());
  }

  /** Whose time it was, from the opening to the instant; otherwise like {@link #judge}. */
  WhoseTime whoseTime(Ticket ticket, @Nullable Instant at, @Nullable Instant known) {
    Page page = page(ticket, at, known);
    return page.pack().whoseTime(page.timeline(), page.at());
  }

  /** How a clock came to stand where {@link #judge} says. */
  Explained explain(
      Ticket ticket, Question question, @Nullable Instant at, @Nullable Instant known) {
    Page page = page(ticket, at, known);
    return page.pack().explain(page.timeline(), question, page.at());
  }

  private Page page(Ticket ticket, @Nullable Instant at, @Nullable Instant known) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    Timeline whole = entries.timeline(ticket.number());
    Timeline timeline = known == null ? whole : whole.knownBy(known);
    return new Page(
        packs.of(ticket, timeline, known),
        timeline,
        at == null ? ticket.notBefore(now) : at.truncatedTo(ChronoUnit.MILLIS));
  }

  /** What is read, by which pack, and as of when. */
  private record Page(Pack pack, Timeline timeline, Instant at) {}

  Ticket judged(Ticket ticket) {
    return ticket.judged(judge(ticket, null, null));
  }

  /** The first line of a ticket; empty if it was erased, or is not for this reader. */
  Optional<String> subject(Person person, Ticket ticket) {
    boolean inside = person.org().equals(ticket.vendor());
    return inside
        ? entries.text(ticket.number(), 1, SUBJECT)
        : entries.textForAll(ticket.number(), 1, SUBJECT);
  }
}
