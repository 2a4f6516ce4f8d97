package io.tierline.policy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The public holidays of a country over whole years, in an edition that never changes, so that
 * neither a library nor a later edition moves a promise (ADR 0015). Editions are read once, when
 * this class is loaded: judging reads no file.
 *
 * @param country an ISO 3166 code, such as {@code PL}
 * @param edition when the list was pinned, such as {@code 2026-11}
 * @param days what each date is
 */
record PinnedHolidays(String country, String edition, SortedMap<LocalDate, Day> days) {

  private static final String FOLDER = "/holidays/";
  private static final Map<String, PinnedHolidays> PINNED = read();

  /**
   * What a date is.
   *
   * @param customary whether it is an eve on which many don't work, but no public holiday
   * @param name such as {@code CHRISTMAS_EVE}
   */
  record Day(boolean customary, String name) {}

  /** Whether a calendar's holidays are those of a country, and not a list of dates. */
  static boolean named(@Nullable Object holidays) {
    return holidays instanceof Map<?, ?>;
  }

  static Optional<PinnedHolidays> find(String country, String edition) {
    return Optional.ofNullable(PINNED.get(country + " " + edition));
  }

  /** All editions of all countries: {@code PL 2026-11} and so on, later ones last. */
  static Set<String> all() {
    return PINNED.keySet();
  }

  LocalDate first() {
    return days.firstKey().withDayOfYear(1);
  }

  LocalDate last() {
    return days.lastKey().plusYears(1).withDayOfYear(1).minusDays(1);
  }

  boolean covers(LocalDate from, LocalDate to) {
    return !from.isBefore(first()) && !to.isAfter(last());
  }

  /** The holidays from one date to another, with the customary eves or without. */
  List<LocalDate> dates(LocalDate from, LocalDate to, boolean eves) {
    return days.entrySet().stream()
        .filter(day -> eves || !day.getValue().customary())
        .map(Map.Entry::getKey)
        .filter(date -> !date.isBefore(from) && !date.isAfter(to))
        .toList();
  }

  @Override
  public String toString() {
    return country + " " + edition;
  }

  private static Map<String, PinnedHolidays> read() {
    Map<String, PinnedHolidays> pinned = new LinkedHashMap<>();
    for (String name : lines("editions.txt")) {
      String[] parts = name.split(" ");
      String file = "%s-%s.txt".formatted(parts[0], parts[1]);
      pinned.put(name, new PinnedHolidays(parts[0], parts[1], days(lines(file))));
    }
    return java.util.Collections.unmodifiableMap(pinned);
  }

  /** Lines such as {@code 2026-12-24 customary CHRISTMAS_EVE}. */
  static SortedMap<LocalDate, Day> days(List<String> lines) {
    SortedMap<LocalDate, Day> days = new TreeMap<>();
    for (String line : lines) {
      String[] parts = line.split(" ");
      days.put(LocalDate.parse(parts[0]), new Day(parts[1].equals("customary"), parts[2]));
    }
    return java.util.Collections.unmodifiableSortedMap(days);
  }

  private static List<String> lines(String file) {
    try (InputStream in = PinnedHolidays.class.getResourceAsStream(FOLDER + file)) {
      String text =
          new String(Objects.requireNonNull(in, file).readAllBytes(), StandardCharsets.UTF_8);
      return text.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
    } catch (IOException wrong) {
      throw new UncheckedIOException(wrong);
    }
  }
}
