package io.tierline.ticket;

import io.tierline.policy.Judgement;
import io.tierline.timeline.Timeline;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** One ticket's alarm: judges it again and records the change, if there is one. */
@Component
class Alarm {

  private final TicketRows rows;
  private final Entries entries;
  private final PinnedPacks packs;
  private final Ledger ledger;
  private final Clock clock;

  Alarm(TicketRows rows, Entries entries, PinnedPacks packs, Ledger ledger, Clock clock) {
    this.rows = rows;
    this.entries = entries;
    this.packs = packs;
    this.ledger = ledger;
    this.clock = clock;
  }

  /** Whether it was due and nobody else had it in hand. */
  @Transactional
  boolean ring(String number) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    Optional<Ticket> due =
        rows.lockIfFree(number)
            .filter(ticket -> ticket.nextChangeAt() != null && !ticket.nextChangeAt().isAfter(now));
    due.ifPresent(ticket -> look(ticket, ticket.notBefore(now)));
    return due.isPresent();
  }

  private void look(Ticket ticket, Instant now) {
    Timeline timeline = entries.timeline(ticket.number());
    Judgement judgement = packs.of(ticket).judge(timeline, now);
    if (Changes.none(ticket.judgement(), judgement)) {
      ledger.rearm(ticket.judged(judgement), timeline, now);
    } else {
      ledger.write(ticket, timeline, List.of(), now);
    }
  }
}
