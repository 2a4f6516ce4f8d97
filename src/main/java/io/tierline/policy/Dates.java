package io.tierline.policy;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads local dates, such as {@code 2026-01-31}. */
final class Dates {

  /** Every day between the two dates of a calendar is worked out, so they can't be any. */
  private static final int EARLIEST = 1970;

  private static final int LATEST = 2100;

  private Dates() {}

  /** The date of a text; null if it is none, which is a fault of the key then. */
  static @Nullable LocalDate of(Section section, String key, String text) {
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

  /** The dates of a list. */
  static List<LocalDate> all(Section section, String key) {
    return section.texts(key).stream()
        .map(text -> of(section, key, text))
        .filter(Objects::nonNull)
        .toList();
  }

  /** The dates of a list, none of which may lie outside those for which a calendar is known. */
  static List<LocalDate> known(Section section, String key, LocalDate from, LocalDate to) {
    List<LocalDate> dates = all(section, key);
    dates.forEach(date -> known(section, key, date, from, to));
    return dates;
  }

  /** A date outside can only be a slip of the pen. */
  static void known(Section section, String key, LocalDate date, LocalDate from, LocalDate to) {
    if (date.isBefore(from) || date.isAfter(to)) {
      section.fault(
          key,
          "Expected a date from %s to %s, for which the calendar is known, but found %s"
              .formatted(from, to, date));
    }
  }
}
