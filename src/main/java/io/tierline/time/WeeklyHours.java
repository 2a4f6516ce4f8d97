package io.tierline.time;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The description of a calendar.
 *
 * @param zone where the local dates and times lie
 * @param hours by weekday; a weekday that is not named is closed
 * @param holidays local calendar dates that are closed from 00:00 to 24:00; an overnight shift is
 *     cut at midnight on both sides
 * @param from the first date for which the calendar is known
 * @param to the last date for which the calendar is known
 */
public record WeeklyHours(
    ZoneId zone,
    Map<DayOfWeek, List<Shift>> hours,
    Set<LocalDate> holidays,
    LocalDate from,
    LocalDate to) {

  /** Copies what it is given. */
  public WeeklyHours {
    hours = Map.copyOf(hours);
    holidays = Set.copyOf(holidays);
  }
}
