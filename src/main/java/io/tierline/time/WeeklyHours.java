package io.tierline.time;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The description of a calendar. What it says of a date holds from 00:00 to 24:00 of that calendar
 * day: an overnight shift is cut at midnight on both sides of a holiday, and of a date with hours
 * of its own.
 *
 * @param zone where the local dates and times lie: a named zone with its summer time, or a fixed
 *     offset such as {@code +01:00} without
 * @param hours by weekday on which a shift begins; a weekday that is not named is closed
 * @param holidays local calendar dates that are closed
 * @param days local calendar dates with hours of their own, instead of their weekday's; they end by
 *     24:00
 * @param from the first date for which the calendar is known
 * @param to the last date for which the calendar is known
 */
public record WeeklyHours(
    ZoneId zone,
    Map<DayOfWeek, List<Shift>> hours,
    Set<LocalDate> holidays,
    Map<LocalDate, List<Shift>> days,
    LocalDate from,
    LocalDate to) {

  /** Copies what it is given. */
  public WeeklyHours {
    hours = Map.copyOf(hours);
    holidays = Set.copyOf(holidays);
    days = Map.copyOf(days);
  }

  /** A calendar of which no date has hours of its own. */
  public WeeklyHours(
      ZoneId zone,
      Map<DayOfWeek, List<Shift>> hours,
      Set<LocalDate> holidays,
      LocalDate from,
      LocalDate to) {
    this(zone, hours, holidays, Map.of(), from, to);
  }

  /** The shifts that begin on a date, by its weekday. */
  List<Shift> on(LocalDate date) {
    return hours.getOrDefault(date.getDayOfWeek(), List.of());
  }

  /** The first instant for which it is known. */
  Instant start() {
    return from.atStartOfDay(zone).toInstant();
  }

  /** The first instant for which it is not known any more. */
  Instant end() {
    return to.plusDays(1).atStartOfDay(zone).toInstant();
  }
}
