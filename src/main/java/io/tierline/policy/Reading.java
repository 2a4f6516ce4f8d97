package io.tierline.policy;

import java.time.Instant;
import java.util.Comparator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A clock as it stands at an instant.
 *
 * @param breach the first millisecond at which more than the budget has elapsed, past or to come;
 *     {@link Instant#MAX} if there is none
 */
record Reading(Clock clock, Instant breach) {

  /** The instant from which there is something to say about it: its breach, or a first reminder. */
  Instant since() {
    Instant started = clock.startedAt();
    if (clock.breached() || started == null) {
      return breach;
    }
    return clock.reminders().stream()
        .filter(Clock.Reminder::reached)
        .map(Clock.Reminder::at)
        .filter(java.util.Objects::nonNull)
        .min(Instant::compareTo)
        .orElse(started);
  }

  /** The reminder that was reached last; null if none was. */
  @Nullable String reminder() {
    return clock.reminders().stream()
        .filter(Clock.Reminder::reached)
        .max(Comparator.comparing(Clock.Reminder::at))
        .map(Clock.Reminder::name)
        .orElse(null);
  }

  /** When it changes by itself: reminders to come, and its breach. */
  Stream<Instant> changes() {
    return Stream.concat(
        clock.reminders().stream().map(Clock.Reminder::at).filter(java.util.Objects::nonNull),
        Stream.of(breach));
  }
}
