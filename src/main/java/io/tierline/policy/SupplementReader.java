package io.tierline.policy;

import io.tierline.policy.Supplement.Draft;
import io.tierline.time.Shift;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a supplement, in the words of calendars. */
final class SupplementReader {

  private static final String FILE = "supplement";

  /** Judgements name versions one after the other, with a plus between. */
  private static final Pattern VERSION = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");

  private SupplementReader() {}

  static Draft read(String text) {
    List<Fault> faults = new ArrayList<>();
    Object document = Yaml.read(FILE, text, faults);
    if (document == null && faults.isEmpty()) {
      faults.add(new Fault(FILE, null, "Expected a supplement, but found nothing"));
    }
    Supplement supplement =
        document == null
            ? null
            : Section.read(Section.root(FILE, document, faults), SupplementReader::read);
    return supplement == null || !faults.isEmpty()
        ? new Draft.Faulty(List.copyOf(faults))
        : new Draft.Sound(supplement);
  }

  private static @Nullable Supplement read(Section section) {
    List.of("label", "source").forEach(section::has);
    String pack = section.text("pack");
    String version = version(section);
    String agreement = section.textOr("agreement", null);
    String calendar = section.text("calendar");
    Map<DayOfWeek, List<Shift>> hours =
        section.has("hours") ? section.child("hours", CalendarReader::week) : null;
    LocalDate from = Dates.of(section, "from", section.text("from"));
    LocalDate to = Dates.of(section, "to", section.text("to"));
    if (from == null || to == null || to.isBefore(from)) {
      List.of("holidays", "closures", "days").forEach(section::has);
      if (from != null && to != null) {
        String reason = "Expected a date not before %s, but found %s";
        section.fault("to", reason.formatted(from, to));
      }
      return null;
    }
    Set<LocalDate> closed = HolidayReader.closed(section, from, to);
    closed.forEach(date -> Dates.known(section, "holidays", date, from, to));
    return new Supplement(
        pack,
        version,
        agreement,
        calendar,
        from,
        to,
        closed,
        section.child("days", own -> CalendarReader.days(own, from, to)),
        hours);
  }

  private static String version(Section section) {
    String version = section.text("version");
    if (!version.isEmpty() && !VERSION.matcher(version).matches()) {
      section.fault(
          "version",
          "Expected at most 100 letters, digits, '.', '_' and '-', but found " + Echo.of(version));
    }
    return version;
  }
}
