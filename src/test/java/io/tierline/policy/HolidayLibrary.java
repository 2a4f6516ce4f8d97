package io.tierline.policy;

import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;
import io.tierline.policy.PinnedHolidays.Day;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** What the library of this build says about public holidays, and how it is pinned. */
final class HolidayLibrary {

  static final LocalDate FIRST = LocalDate.of(2020, 1, 1);
  static final LocalDate LAST = LocalDate.of(2035, 12, 31);

  /**
   * The library takes the eves for public holidays; the law of 1989 on public holidays does not.
   */
  private static final Map<String, Set<String>> EVES =
      Map.of("SE", Set.of("CHRISTMAS_EVE", "NEW_YEARS_EVE", "MIDSUMMER_EVE"));

  private HolidayLibrary() {}

  /** The public holidays of a country, or of a part of it such as {@code DE-BY}. */
  static SortedMap<LocalDate, Day> days(String country, LocalDate from, LocalDate to) {
    List<String> codes = List.of(country.toLowerCase(Locale.ROOT).split("-"));
    String[] part = codes.subList(1, codes.size()).toArray(String[]::new);
    Set<String> eves = EVES.getOrDefault(country, Set.of());
    SortedMap<LocalDate, Day> days = new TreeMap<>();
    HolidayManager.getInstance(ManagerParameters.create(codes.getFirst()))
        .getHolidays(from, to, HolidayType.PUBLIC_HOLIDAY, part)
        .forEach(
            holiday -> days.merge(holiday.getDate(), day(holiday, eves), HolidayLibrary::both));
    return days;
  }

  private static Day day(Holiday holiday, Set<String> eves) {
    String key = holiday.getPropertiesKey();
    String name = key.substring(key.lastIndexOf('.') + 1);
    return new Day(eves.contains(name), name);
  }

  private static Day both(Day one, Day other) {
    List<String> names = List.of(one.name(), other.name()).stream().sorted().distinct().toList();
    return new Day(one.customary() && other.customary(), String.join("+", names));
  }

  /** Writes a new edition; one that exists stays as it is. */
  static void pin(String country, String edition) throws IOException {
    Path folder = Path.of("src/main/resources/holidays");
    StringBuilder list = new StringBuilder();
    list.append("# Pinned, never changed: a correction is a new edition (docs/adr/0015).\n");
    days(country, FIRST, LAST)
        .forEach(
            (date, day) ->
                list.append(
                    "%s %s %s%n"
                        .formatted(date, day.customary() ? "customary" : "public", day.name())));
    Files.writeString(
        folder.resolve("%s-%s.txt".formatted(country, edition)),
        list,
        StandardOpenOption.CREATE_NEW);
    Files.writeString(
        folder.resolve("editions.txt"),
        "%s %s%n".formatted(country, edition),
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
  }
}
