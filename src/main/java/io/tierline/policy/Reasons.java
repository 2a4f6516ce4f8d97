package io.tierline.policy;

import io.tierline.policy.ClockReader.Run;
import io.tierline.time.Countdown.Due;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Says what the row of a promise doesn't say of its end. */
final class Reasons {

  private Reasons() {}

  /**
   * The row and clauses of a promise, with what else decided.
   *
   * @param start when the round began
   * @param ended the calendars that its own came after
   */
  static Why of(Run run, Instant start, List<Era> ended) {
    Why why = run.promise().why();
    List<String> reasons = new ArrayList<>();
    if (run.due() instanceof Due.Beyond beyond) {
      reasons.add(beyond.reason());
    } else if (!run.start().equals(start)) {
      reasons.add("It counts from %s, when it was promised".formatted(run.start()));
    }
    changes(run, ended).forEach(change -> reasons.add(change.told()));
    return reasons.isEmpty()
        ? why
        : new Why(why.decision(), why.row(), why.clauses(), String.join(". ", reasons));
  }

  /** The changes of its calendar that it is reckoned with: elapsed time has none. */
  static List<CalendarChange> changes(Run run, List<Era> ended) {
    if (ended.isEmpty() || !run.amount().unit().counts()) {
      return List.of();
    }
    String calendar = run.promise().calendar();
    return ended.stream()
        .map(Era::change)
        .filter(change -> change.calendar().equals(calendar))
        .toList();
  }
}
