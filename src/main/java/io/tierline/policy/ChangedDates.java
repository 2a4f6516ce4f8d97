package io.tierline.policy;

import io.tierline.time.Shift;
import io.tierline.time.WeeklyHours;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Dates of a calendar that are different from what was known.
 *
 * @param closed dates that are closed
 * @param opened dates with the hours of their weekday
 * @param days dates with hours of their own
 * @param fault why they can't be understood; null if they can
 */
record ChangedDates(
    String calendar,
    Set<LocalDate> closed,
    Set<LocalDate> opened,
    Map<LocalDate, List<Shift>> days,
    @Nullable String fault) {

  private static final String DATA = "data";

  /** Reads the data of an entry, or says what is wrong with them. */
  static ChangedDates read(Map<String, Object> data) {
    List<Fault> faults = new ArrayList<>();
    ChangedDates read =
        Section.read(Section.root(DATA, data, faults), section -> read(section, faults));
    return faults.isEmpty() ? read : read.because(faults.getFirst());
  }

  private static ChangedDates read(Section section, List<Fault> faults) {
    List.of("change", "source").forEach(section::has);
    ChangedDates read =
        new ChangedDates(
            section.text("calendar"),
            new TreeSet<>(Dates.all(section, "closed")),
            new TreeSet<>(Dates.all(section, "opened")),
            section.child("days", CalendarReader::days),
            null);
    if (faults.isEmpty() && read.all().isEmpty()) {
      section.fault(null, "Expected a date in 'closed', 'opened' or 'days', but there is none");
    }
    if (read.all().stream().distinct().count() < read.all().size()) {
      section.fault(
          null, "Expected a date in one of 'closed', 'opened' and 'days', but found one in two");
    }
    return read;
  }

  private ChangedDates because(Fault wrong) {
    String reason =
        wrong.where() == null ? wrong.reason() : wrong.reason() + ", in '" + wrong.where() + "'";
    return new ChangedDates(calendar, closed, opened, days, reason);
  }

  /** Every date that is named, in order. */
  private List<LocalDate> all() {
    return Stream.of(closed, opened, days.keySet()).flatMap(Set::stream).sorted().toList();
  }

  /** Why the calendar can't be changed so; null if it can. */
  @Nullable String unfit(WeeklyHours hours) {
    return all().stream()
        .filter(date -> date.isBefore(hours.from()) || date.isAfter(hours.to()))
        .findFirst()
        .map(
            date ->
                "Expected dates from %s to %s, for which the calendar '%s' is known, but found %s"
                    .formatted(hours.from(), hours.to(), calendar, date))
        .orElse(null);
  }

  WeeklyHours in(WeeklyHours hours) {
    return hours.changed(closed, opened, days);
  }

  /** As a sentence tells them. */
  String told() {
    List<String> told = new ArrayList<>();
    add(told, "closed", closed);
    add(told, "open", opened);
    days.forEach((date, shifts) -> told.add("%s open %s".formatted(date, shifts)));
    return String.join("; ", told);
  }

  private static void add(List<String> told, String how, Set<LocalDate> dates) {
    if (!dates.isEmpty()) {
      told.add(String.join(", ", dates.stream().map(LocalDate::toString).toList()) + " " + how);
    }
  }
}
