package io.tierline.time;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/**
 * When somebody is at work. Immutable. Instants are UTC and count to the millisecond: what is finer
 * is cut off. The zone only says where local dates and times lie.
 *
 * <p>An instant is open if its local time lies in a shift, from the opening, included, to the
 * close, excluded. So an hour that a change of offset skips is not there to be counted, and one
 * that comes twice counts twice.
 *
 * <p>Outside the dates for which the calendar is known the answer is {@link Reckoning.Unknown},
 * never a guess. A negative duration is a mistake of the caller: {@link IllegalArgumentException}.
 */
public sealed interface BusinessCalendar permits AlwaysOpen, WeeklyCalendar {

  /** Where its local dates and times lie. */
  ZoneId zone();

  /** The first instant for which it is known; {@link Instant#MIN} if it always was. */
  Instant knownFrom();

  /** The last instant for which it is known, included; {@link Instant#MAX} if it always will be. */
  Instant knownTo();

  /** What it was made of; empty for one that never closes and is known for all time. */
  Optional<WeeklyHours> hours();

  /**
   * The earliest instant at which the whole duration has elapsed in open time since the start. A
   * close can be that instant; from a closed instant it counts from the next opening. No duration
   * gives the start itself, open or not.
   */
  Reckoning<Instant> plus(Instant start, Duration duration);

  /**
   * The latest instant from which exactly so much open time remains until the end: when to remind
   * of a deadline. An opening can be that instant, the close before it never is. No duration gives
   * the end itself, open or not.
   */
  Reckoning<Instant> minus(Instant end, Duration duration);

  /** Open time between two instants; none if the second is not after the first. */
  Reckoning<Duration> between(Instant from, Instant to);

  /** The first open instant that is not before the given one: itself, at an opening or within. */
  Reckoning<Instant> nextOpen(Instant instant);

  /** The first instant after the given one at which it closes: at a close, the next one. */
  Reckoning<Instant> nextClose(Instant instant);

  /**
   * The local date of the nth day with open hours after the given date; for none, the date itself
   * or the last such day before it; for fewer, so many before that.
   */
  Reckoning<LocalDate> openDayAfter(LocalDate date, long n);

  /** Whether a date is closed as a holiday or closure although its weekday has open hours. */
  boolean holiday(LocalDate date);

  /** A calendar that never closes and is known for all time. */
  static BusinessCalendar always(ZoneId zone) {
    return new AlwaysOpen(zone);
  }

  /**
   * A calendar of weekly hours and their exceptions. One without open hours for twelve months on
   * end, or in which a date is both closed and open, is refused.
   */
  static Drafted of(WeeklyHours hours) {
    return Draft.of(hours);
  }
}
