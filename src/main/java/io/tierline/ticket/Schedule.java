package io.tierline.ticket;

import io.tierline.policy.Callout;
import io.tierline.policy.Judgement;
import io.tierline.policy.Pack;
import io.tierline.timeline.Timeline;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Saves a projection with the instant at which it has to be looked at again. */
@Component
class Schedule {

  private static final Logger LOG = LoggerFactory.getLogger(Schedule.class);
  private static final Duration LATER = Duration.ofMinutes(1);

  private final TicketRows rows;

  Schedule(TicketRows rows) {
    this.rows = rows;
  }

  void save(Ticket ticket, Timeline timeline, Pack pack, Instant now) {
    Instant next = next(ticket, now);
    rows.save(
        ticket,
        pack.place(ticket.judgement(), ticket.openedAt()),
        next,
        next != null && calls(ticket.judgement(), pack.judge(timeline, next)),
        KnownTime.of(ticket.judgement(), timeline, pack, now));
  }

  /** Always after now: an alarm that changes nothing must never ring for the same instant again. */
  private static @Nullable Instant next(Ticket ticket, Instant now) {
    Instant next = ticket.judgement().nextChangeAt();
    if (next == null || next.isAfter(now)) {
      return next;
    }
    LOG.error(
        "{}: expected the next change after {}, but the pack {} {} says {}",
        ticket.number(),
        now,
        ticket.pack(),
        ticket.version(),
        next);
    return now.plus(LATER);
  }

  private static boolean calls(Judgement now, Judgement then) {
    Set<String> known = now.callouts().stream().map(Callout::code).collect(Collectors.toSet());
    return then.openCallouts().stream().anyMatch(callout -> !known.contains(callout.code()));
  }
}
