package io.tierline.ticket;

import io.tierline.policy.Clock;
import io.tierline.policy.ClockState;
import io.tierline.policy.Judgement;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What time alone changed between two judgements of the same timeline. */
final class Changes {

  private Changes() {}

  /**
   * Whether nothing did; elapsed figures, the schedule itself, who judged and what judgements on
   * record don't say yet don't count: calendar data that moved no clock is nothing to tell of.
   */
  static boolean none(Judgement before, Judgement after) {
    return before.inWordsOf(after).still().equals(after.still());
  }

  /** The clocks that were unknown and got their end from calendar data that was added since. */
  static List<Clock> completed(Judgement before, Judgement after) {
    if (before.by().calendar().equals(after.by().calendar())) {
      return List.of();
    }
    Set<String> unknown =
        before.clocks().stream()
            .filter(clock -> clock.state() == ClockState.UNKNOWN)
            .map(Changes::round)
            .collect(Collectors.toSet());
    return after.clocks().stream()
        .filter(clock -> clock.state() != ClockState.UNKNOWN && unknown.contains(round(clock)))
        .toList();
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

  /**
   * The breaches on record that a late entry has undone.
   *
   * @param late when the entry happened that was recorded last
   * @param told when a breach was put on record; null if it isn't
   */
  static List<Clock> withdrawn(
      Judgement before, Judgement after, Instant late, Function<Clock, @Nullable Instant> told) {
    Set<String> standing =
        after.clocks().stream()
            .filter(Clock::breached)
            .map(Changes::round)
            .collect(Collectors.toSet());
    return before.clocks().stream()
        .filter(clock -> clock.breached() && !standing.contains(round(clock)))
        .filter(clock -> comesBefore(late, clock, told.apply(clock)))
        .toList();
  }

  /**
   * A budget that ends at Friday's close is broken on Monday: what lies between may undo it too.
   */
  private static boolean comesBefore(Instant late, Clock clock, @Nullable Instant told) {
    return clock.dueAt() == null
        || !late.isAfter(clock.dueAt())
        || (told != null && late.isBefore(told));
  }

  /** The clocks still running whose reminders were reached, each with those that are new. */
  static Map<Clock, List<Clock.Reminder>> reminded(Judgement before, Judgement after) {
    Set<String> known =
        before.clocks().stream()
            .flatMap(clock -> reached(clock).map(reminder -> round(clock) + "/" + reminder.name()))
            .collect(Collectors.toSet());
    Map<Clock, List<Clock.Reminder>> reminded = new LinkedHashMap<>();
    for (Clock clock : after.clocks()) {
      List<Clock.Reminder> fresh =
          reached(clock).filter(one -> !known.contains(round(clock) + "/" + one.name())).toList();
      if (clock.open() && !clock.breached() && !fresh.isEmpty()) {
        reminded.put(clock, fresh);
      }
    }
    return reminded;
  }

  private static Stream<Clock.Reminder> reached(Clock clock) {
    return clock.reminders().stream().filter(Clock.Reminder::reached);
  }

  /** By its start: a late entry gives the rounds after it other numbers. */
  private static String round(Clock clock) {
    return clock.name() + "@" + clock.startedAt();
  }
}
