package io.tierline.policy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A clock as it stands at an instant.
 *
 * @param breach the first millisecond at which more than the budget has elapsed, past or to come;
 *     {@link Instant#MAX} if there is none
 */
record Reading(Clock clock, Instant breach) {

  /**
   * A stretch of a clock's course, as the table of callouts sees it.
   *
   * @param reminder the one that was reached last; {@code none} before the first
   */
  record Stage(Instant since, String reminder, boolean breached) {}

  /** What a started clock went through: its start, the reminders that it reached, its breach. */
  List<Stage> stages() {
    List<Stage> stages = new ArrayList<>();
    stages.add(new Stage(java.util.Objects.requireNonNull(clock.startedAt()), Inputs.NONE, false));
    clock.reminders().stream()
        .filter(one -> one.reached() && one.at() != null)
        .sorted(Comparator.comparing(Clock.Reminder::at))
        .forEach(one -> stages.add(new Stage(one.at(), one.name(), false)));
    if (clock.breached()) {
      stages.add(new Stage(breach, stages.getLast().reminder(), true));
    }
    return stages;
  }

  /** How it stands for tables: a round that was stopped or cancelled runs no more. */
  String runs() {
    if (clock.stoppedAt() != null || clock.startedAt() == null) {
      return Inputs.NONE;
    }
    return switch (clock.state()) {
      case RUNNING, PAUSED -> "running";
      case BREACHED -> "over";
      case UNKNOWN -> "unknown";
      default -> Inputs.NONE;
    };
  }

  /** When it changes by itself: reminders to come, and its breach. */
  Stream<Instant> changes() {
    return Stream.concat(
        clock.reminders().stream().map(Clock.Reminder::at).filter(java.util.Objects::nonNull),
        Stream.of(breach));
  }
}
