package io.tierline.ticket;

import io.tierline.policy.Clock;
import io.tierline.policy.Judgement;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What time alone changed between two judgements of the same timeline. */
final class Changes {

  private Changes() {}

  /** Whether nothing did; elapsed figures and the schedule itself don't count. */
  static boolean none(Judgement before, Judgement after) {
    return before.still().equals(after.still());
  }

  /** The clocks that became breached. */
  static List<Clock> breached(Judgement before, Judgement after) {
    Set<String> known =
        before.clocks().stream()
            .filter(Clock::breached)
            .map(Changes::round)
            .collect(Collectors.toSet());
    return after.clocks().stream()
        .filter(clock -> clock.breached() && !known.contains(round(clock)))
        .toList();
  }

  private static String round(Clock clock) {
    return clock.name() + "#" + clock.round();
  }
}
