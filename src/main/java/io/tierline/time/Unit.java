package io.tierline.time;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What a promise is counted in.
 *
 * <p>Days, weeks and months keep the local time of day, in the calendar's zone. A local time that
 * does not exist on the day they end (the hour that spring skips) is taken later by as much as was
 * skipped; one that exists twice means the one with the offset from UTC that the start had.
 */
public enum Unit {
  /** Elapsed time, for who has to be at hand at once. */
  MINUTES,

  /** Elapsed time: an hour is 3,600 seconds, closed or open, whatever the clocks on the wall do. */
  HOURS,

  /** Open time: an hour is 3,600 seconds in which the calendar is open. */
  BUSINESS_HOURS,

  /**
   * The local time of day of the start, on the nth following day with open hours. What starts while
   * it is closed starts at the next opening. If that day is closed at that time, the promise is due
   * at the close before, and broken one millisecond after the opening that follows.
   */
  BUSINESS_DAYS,

  /**
   * The local time of day of the start, n dates later; open or not. A day can have 23 or 25 hours.
   */
  CALENDAR_DAYS,

  /** Seven calendar days: the weekday and local time of day of the start, n weeks later. */
  CALENDAR_WEEKS,

  /**
   * The day of the month and local time of day of the start, n months later; the last day of a
   * month that has no such day. A year is twelve.
   */
  CALENDAR_MONTHS;

  /** Whether it counts open hours, and so asks how far a calendar is known. */
  public boolean counts() {
    return this == BUSINESS_HOURS || this == BUSINESS_DAYS;
  }

  /** The code used in tables and JSON, such as {@code business-days}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The unit of a code. */
  public static Optional<Unit> of(String code) {
    return Arrays.stream(values()).filter(unit -> unit.code().equals(code)).findFirst();
  }
}
