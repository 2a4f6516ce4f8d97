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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a calendar, from a pack or from an agreement's terms. */
final class CalendarReader {

  /** Every day between the two dates is worked out, so they can't be any. */
  private static final int EARLIEST = 1970;

  private static final int LATEST = 2100;

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
    Map<DayOfWeek, List<Shift>> hours = section.child("hours", CalendarReader::hours);
    Set<LocalDate> holidays = new LinkedHashSet<>();
    for (String holiday : section.texts("holidays")) {
      LocalDate date = date(section, "holidays", holiday);
      if (date != null) {
        holidays.add(date);
      }
    }
    LocalDate from = date(section, "from", section.text("from"));
    LocalDate to = date(section, "to", section.text("to"));
    return zone == null || from == null || to == null
        ? null
        : drafted(section, new WeeklyHours(zone, hours, holidays, from, to));
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

  private static Map<DayOfWeek, List<Shift>> hours(Section section) {
    Map<DayOfWeek, List<Shift>> hours = new EnumMap<>(DayOfWeek.class);
    for (DayOfWeek day : DayOfWeek.values()) {
      String key = day.name().substring(0, 3);
      try {
        hours.put(day, section.texts(key).stream().map(Shift::of).toList());
      } catch (DateTimeException wrong) {
        section.fault(key, "Expected open hours such as 09:00-17:00, but " + wrong.getMessage());
      }
    }
    return hours;
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

  private static @Nullable LocalDate date(Section section, String key, String text) {
    try {
      LocalDate date = LocalDate.parse(text);
      if (EARLIEST <= date.getYear() && date.getYear() <= LATEST) {
        return date;
      }
    } catch (DateTimeException wrong) {
      // said below
    }
    section.fault(
        key,
        "Expected a date such as 2026-01-31, in the years %d to %d, but found %s"
            .formatted(EARLIEST, LATEST, Echo.of(text)));
    return null;
  }
}
