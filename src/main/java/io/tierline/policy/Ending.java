package io.tierline.policy;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An open clock that counts the open hours of a calendar whose dates end, or that is unknown.
 *
 * @param clock the clock's name in its pack
 * @param round which of its rounds
 * @param state where it stands
 * @param calendar the calendar that its budget names
 * @param knownTo the last date for which the calendar is known; null if there is no such calendar
 * @param reason why it is unknown; null if it isn't
 */
public record Ending(
    String clock,
    int round,
    ClockState state,
    String calendar,
    @Nullable LocalDate knownTo,
    @Nullable String reason) {

  /** Whether it would end past what is known. */
  public boolean unknown() {
    return state == ClockState.UNKNOWN;
  }
}
