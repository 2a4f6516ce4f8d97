package io.tierline.time;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

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
 * @param later weekly hours that hold from a date on, instead of those before
 */
public record WeeklyHours(
    ZoneId zone,
    Map<DayOfWeek, List<Shift>> hours,
    Set<LocalDate> holidays,
    Map<LocalDate, List<Shift>> days,
    LocalDate from,
    LocalDate to,
    NavigableMap<LocalDate, Map<DayOfWeek, List<Shift>>> later) {

  /** Copies what it is given. */
  public WeeklyHours {
    hours = Map.copyOf(hours);
    holidays = Set.copyOf(holidays);
    days = Map.copyOf(days);
    later = java.util.Collections.unmodifiableNavigableMap(new TreeMap<>(later));
  }

  /** A calendar whose weekly hours never change. */
  public WeeklyHours(
      ZoneId zone,
      Map<DayOfWeek, List<Shift>> hours,
      Set<LocalDate> holidays,
      Map<LocalDate, List<Shift>> days,
      LocalDate from,
      LocalDate to) {
    this(zone, hours, holidays, days, from, to, new TreeMap<>());
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

  /**
   * This calendar with further dates after its last. What it says of dates after that counts no
   * more.
   *
   * @param until the last of the further dates
   * @param closed those of them that are closed
   * @param own those of them with hours of their own
   * @param weekly the weekly hours from the first of them on; null for those before
   */
  public WeeklyHours and(
      LocalDate until,
      Set<LocalDate> closed,
      Map<LocalDate, List<Shift>> own,
      @Nullable Map<DayOfWeek, List<Shift>> weekly) {
    NavigableMap<LocalDate, Map<DayOfWeek, List<Shift>>> weeks = new TreeMap<>(later);
    if (weekly != null) {
      weeks.put(to.plusDays(1), weekly);
    }
    return new WeeklyHours(
        zone,
        hours,
        with(holidays, date -> !date.isAfter(to), closed),
        with(days, date -> !date.isAfter(to), own),
        from,
        until,
        weeks);
  }

  /**
   * This calendar with other answers for some of its dates.
   *
   * @param closed dates that are closed
   * @param opened dates with the hours of their weekday
   * @param own dates with hours of their own
   */
  public WeeklyHours changed(
      Set<LocalDate> closed, Set<LocalDate> opened, Map<LocalDate, List<Shift>> own) {
    Predicate<LocalDate> untouched =
        date -> !closed.contains(date) && !opened.contains(date) && !own.containsKey(date);
    return new WeeklyHours(
        zone,
        hours,
        with(holidays, untouched, closed),
        with(days, untouched, own),
        from,
        to,
        later);
  }

  private static Set<LocalDate> with(
      Set<LocalDate> dates, Predicate<LocalDate> kept, Set<LocalDate> more) {
    Set<LocalDate> all = new HashSet<>(dates);
    all.removeIf(kept.negate());
    all.addAll(more);
    return all;
  }

  private static Map<LocalDate, List<Shift>> with(
      Map<LocalDate, List<Shift>> days,
      Predicate<LocalDate> kept,
      Map<LocalDate, List<Shift>> more) {
    Map<LocalDate, List<Shift>> all = new HashMap<>(days);
    all.keySet().removeIf(kept.negate());
    all.putAll(more);
    return all;
  }

  /** The shifts that begin on a date, by its weekday. */
  List<Shift> on(LocalDate date) {
    Map.Entry<LocalDate, Map<DayOfWeek, List<Shift>>> since =
        later.isEmpty() ? null : later.floorEntry(date);
    return (since == null ? hours : since.getValue()).getOrDefault(date.getDayOfWeek(), List.of());
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
