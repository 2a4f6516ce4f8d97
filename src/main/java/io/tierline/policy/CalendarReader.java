package io.tierline.policy;

import io.tierline.time.BusinessCalendar;
import io.tierline.time.Drafted;
import io.tierline.time.Shift;
import io.tierline.time.WeeklyHours;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads a calendar, from a pack or from an agreement's terms. */
final class CalendarReader {

  private CalendarReader() {}

  /** The calendar; null if something is wrong with it, which is a fault of the section then. */
  static @Nullable BusinessCalendar read(Section section) {
    section.has("version");
    section.has("label");
    section.has("clauses");
    ZoneId zone = zone(section);
    if ("always".equals(section.raw("hours"))) {
      return zone == null ? null : BusinessCalendar.always(zone);
    }
    Map<DayOfWeek, List<Shift>> week = section.child("hours", CalendarReader::week);
    LocalDate from = Dates.of(section, "from", section.text("from"));
    LocalDate to = Dates.of(section, "to", section.text("to"));
    if (from == null || to == null) {
      // without these nothing can be said about the others, not even that nobody knows them
      List.of("holidays", "closures", "days").forEach(section::has);
      return null;
    }
    Set<LocalDate> closed = HolidayReader.closed(section, from, to);
    Map<LocalDate, List<Shift>> days = section.child("days", own -> days(own, from, to));
    return zone == null
        ? null
        : drafted(section, new WeeklyHours(zone, week, closed, days, from, to));
  }

  private static @Nullable BusinessCalendar drafted(Section section, WeeklyHours hours) {
    return switch (BusinessCalendar.of(hours)) {
      case Drafted.Usable usable -> usable.calendar();
      case Drafted.Unusable unusable -> {
        section.fault(null, unusable.reason());
        yield null;
      }
    };
  }

  static Map<DayOfWeek, List<Shift>> week(Section section) {
    Map<DayOfWeek, List<Shift>> week = new EnumMap<>(DayOfWeek.class);
    for (DayOfWeek day : DayOfWeek.values()) {
      week.put(day, shifts(section, day.name().substring(0, 3)));
    }
    return week;
  }

  /** Dates with hours of their own, none of which may lie outside those that are known. */
  static Map<LocalDate, List<Shift>> days(Section section, LocalDate from, LocalDate to) {
    Map<LocalDate, List<Shift>> days = days(section);
    days.keySet().forEach(date -> Dates.known(section, date.toString(), date, from, to));
    return days;
  }

  /** Dates with hours of their own. */
  static Map<LocalDate, List<Shift>> days(Section section) {
    Map<LocalDate, List<Shift>> days = new TreeMap<>();
    for (String key : section.keys()) {
      List<Shift> shifts = shifts(section, key);
      LocalDate date = Dates.of(section, key, key);
      if (date != null) {
        days.put(date, shifts);
      }
      if (section.raw(key) == null || List.of().equals(section.raw(key))) {
        section.fault(key, "Expected open hours, but there are none: a closed date is a closure");
      }
    }
    return days;
  }

  private static List<Shift> shifts(Section section, String key) {
    try {
      return section.texts(key).stream().map(Shift::of).toList();
    } catch (DateTimeException wrong) {
      section.fault(key, "Expected open hours such as 09:00-17:00, but " + wrong.getMessage());
      return List.of();
    }
  }

  private static @Nullable ZoneId zone(Section section) {
    String zone = section.text("zone");
    try {
      return ZoneId.of(zone);
    } catch (DateTimeException wrong) {
      section.fault("zone", "Expected a time zone, but found " + Echo.of(zone));
      return null;
    }
  }
}
