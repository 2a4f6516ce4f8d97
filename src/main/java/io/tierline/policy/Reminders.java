package io.tierline.policy;

import io.tierline.policy.ClockReader.Run;
import io.tierline.policy.Declaration.ClockRule;
import io.tierline.policy.Declaration.ReminderRule;
import io.tierline.time.Countdown;
import io.tierline.time.Countdown.Due;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The words in time before a round runs out. */
final class Reminders {

  private Reminders() {}

  /**
   * One that would lie before the start is none, and a clock that is cancelled or unknown has none.
   *
   * @param until when the round ended, or now
   */
  static List<Clock.Reminder> of(ClockRule rule, Run run, Round round, Instant until) {
    Countdown countdown = run.countdown();
    if (countdown == null || run.due() instanceof Due.Beyond || round.cancelled != null) {
      return List.of();
    }
    List<Clock.Reminder> reminders = new ArrayList<>(rule.reminders().size());
    for (ReminderRule reminder : rule.reminders()) {
      Duration after = after(reminder, countdown.budget().time());
      if (!after.isNegative()) {
        Instant at = countdown.running(after).orElse(null);
        reminders.add(new Clock.Reminder(reminder.name(), at, at != null && !at.isAfter(until)));
      }
    }
    return reminders;
  }

  /** How much of the budget has elapsed then; negative if it lies before the start. */
  static Duration after(ReminderRule reminder, Duration budget) {
    return reminder.before() == null
        ? budget.multipliedBy(java.util.Objects.requireNonNull(reminder.share())).dividedBy(100)
        : budget.minus(reminder.before());
  }
}
