package io.tierline.ticket;

import io.tierline.policy.Clock;
import io.tierline.policy.ClockState;
import io.tierline.policy.Ending;
import io.tierline.policy.Judgement;
import io.tierline.policy.Pack;
import io.tierline.timeline.Timeline;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How far the calendars of a ticket's open clocks are known, as its row says it.
 *
 * @param knownTo the last date for which all of them are; null if none depends on a calendar that
 *     ends
 * @param pastIt whether a clock is unknown already
 * @param unknown how many open clocks are unknown
 * @param taken the place of the last supplement that was known to the pack
 */
record KnownTime(@Nullable LocalDate knownTo, boolean pastIt, int unknown, long taken) {

  /** What the report is ordered by: those that are past it come first. */
  @Nullable LocalDate horizon() {
    return pastIt ? LocalDate.MIN : knownTo;
  }

  static KnownTime of(Judgement judgement, Timeline timeline, Pack pack, Instant now) {
    long taken = pack.calendarData().last();
    boolean past = judgement.clocks().stream().anyMatch(KnownTime::unknown);
    if (judgement.status().equals("closed")
        || !(past || judgement.clocks().stream().anyMatch(KnownTime::counts))) {
      return new KnownTime(null, past, 0, taken);
    }
    List<Ending> endings = pack.endings(timeline, now);
    LocalDate knownTo =
        endings.stream()
            .map(Ending::knownTo)
            .filter(Objects::nonNull)
            .min(Comparator.naturalOrder())
            .orElse(null);
    int open = (int) endings.stream().filter(Ending::unknown).count();
    return new KnownTime(knownTo, past, open, taken);
  }

  /** Whether it is open and counts open hours: elapsed time asks no calendar how far it goes. */
  private static boolean counts(Clock clock) {
    return clock.open() && clock.countsHours();
  }

  private static boolean unknown(Clock clock) {
    return clock.state() == ClockState.UNKNOWN;
  }
}
