package io.tierline.time;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * When somebody is at work. Immutable. Instants are UTC and count to the millisecond; the zone only
 * says where local dates and times lie.
 */
public sealed interface BusinessCalendar permits AlwaysOpen, WeeklyCalendar {

  /** Where its local dates and times lie. */
  ZoneId zone();

  /**
   * The earliest instant at which the whole duration has elapsed in open time since the start: a
   * close can be that instant, and no duration gives the start itself.
   */
  Reckoning<Instant> plus(Instant start, Duration duration);

  /** Open time between two instants; none if the second is not after the first. */
  Reckoning<Duration> between(Instant from, Instant to);

  /** The first open instant that is not before the given one. */
  Reckoning<Instant> nextOpen(Instant instant);

  /** The first instant after the given one at which it closes. */
  Reckoning<Instant> nextClose(Instant instant);

  /** The date of the nth day with open hours after the given date. */
  Reckoning<LocalDate> openDayAfter(LocalDate date, long n);

  /** A calendar that never closes and is known for all time. */
  static BusinessCalendar always(ZoneId zone) {
    return new AlwaysOpen(zone);
  }

  /** A calendar of weekly hours and holidays. A calendar with no open hour is refused. */
  static Drafted of(WeeklyHours hours) {
    return WeeklyCalendar.draft(hours);
  }
}
