package io.tierline.policy;

import io.tierline.policy.Declaration.ClockRule;
import io.tierline.policy.Declaration.ReminderRule;
import io.tierline.policy.Explanation.Reminding;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How the reminders of a clock stand. */
record Remindings(ClockRule rule, Clock clock, ClockReader.@Nullable Run run, Instant now) {

  List<Reminding> all() {
    return rule.reminders().stream().map(this::one).toList();
  }

  private Reminding one(ReminderRule reminder) {
    Optional<Clock.Reminder> found =
        clock.reminders().stream().filter(one -> one.name().equals(reminder.name())).findFirst();
    Duration after =
        run == null || run.countdown() == null
            ? null
            : Reminders.after(reminder, run.countdown().budget().time());
    return new Reminding(
        reminder.name(),
        reminder.share(),
        reminder.before() == null ? null : reminder.before().toString(),
        after == null || after.isNegative() ? null : after.toString(),
        found.map(Clock.Reminder::at).orElse(null),
        found.map(this::state).orElseGet(() -> none(after)));
  }

  private String state(Clock.Reminder reminder) {
    if (reminder.reached()) {
      return "given";
    }
    if (clock.stoppedAt() != null && !clock.stoppedAt().isAfter(now)) {
      return "missed";
    }
    return reminder.at() == null ? "waiting" : "ahead";
  }

  private static String none(@Nullable Duration after) {
    return after != null && after.isNegative() ? "before-start" : "none";
  }
}
