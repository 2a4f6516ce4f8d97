package io.tierline.policy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Reads on which dates a calendar is closed: its holidays, as dates or as a country's pinned list,
 * and the closures of the company.
 */
final class HolidayReader {

  private final Section calendar;
  private final LocalDate from;
  private final LocalDate to;

  private HolidayReader(Section calendar, LocalDate from, LocalDate to) {
    this.calendar = calendar;
    this.from = from;
    this.to = to;
  }

  /** The closed dates of a calendar that is known from one date to the other. */
  static Set<LocalDate> closed(Section calendar, LocalDate from, LocalDate to) {
    HolidayReader reader = new HolidayReader(calendar, from, to);
    Set<LocalDate> closed = new LinkedHashSet<>(Dates.known(calendar, "closures", from, to));
    closed.addAll(
        PinnedHolidays.named(calendar.raw("holidays"))
            ? calendar.child("holidays", country -> reader.pinned(country, closed))
            : Dates.all(calendar, "holidays"));
    return closed;
  }

  private List<LocalDate> pinned(Section section, Set<LocalDate> closures) {
    String country = section.text("country");
    String edition = section.text("edition");
    boolean eves = section.flag("eves");
    List<LocalDate> except = Dates.known(section, "except", from, to);
    PinnedHolidays list = PinnedHolidays.find(country, edition).orElse(null);
    if (list == null) {
      section.fault(null, unknown(country, edition));
      return List.of();
    }
    if (!list.covers(from, to)) {
      section.fault(null, tooFar(list));
    }
    List<LocalDate> dates = new ArrayList<>(list.dates(from, to, eves));
    for (LocalDate date : except) {
      open(section, list, date, dates.remove(date), closures);
    }
    return dates;
  }

  private static void open(
      Section section, PinnedHolidays list, LocalDate date, boolean was, Set<LocalDate> closures) {
    if (!was) {
      section.fault("except", "Expected holidays of %s, but %s is none".formatted(list, date));
    } else if (closures.contains(date)) {
      section.fault(
          "except", "Expected %s to be open, but found it among the closures".formatted(date));
    }
  }

  private static String unknown(String country, String edition) {
    return "Expected pinned holidays, of %s, but found %s"
        .formatted(PinnedHolidays.all(), Echo.of(country + " " + edition));
  }

  private String tooFar(PinnedHolidays list) {
    return "Expected a calendar from %s to %s, for which the holidays of %s are known, but found it to be from %s to %s"
        .formatted(list.first(), list.last(), list, from, to);
  }
}
