package io.tierline.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.tierline.policy.PinnedHolidays.Day;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Pinned holidays beside the library they were made of. {@code -Dpin=PL -Dedition=2027-03} writes a
 * new edition of it first.
 */
class PinnedHolidaysTest {

  @BeforeAll
  static void pin() throws IOException {
    if (System.getProperty("pin") != null) {
      HolidayLibrary.pin(System.getProperty("pin"), System.getProperty("edition"));
    }
  }

  /**
   * Red after an update of the library means: look who is right, and pin a new edition if it is.
   */
  @Test
  void shouldAgreeWithTheLibraryOrNameTheDates() {
    Map<String, PinnedHolidays> latest = new LinkedHashMap<>();
    PinnedHolidays.all().forEach(name -> latest.put(name.split(" ")[0], pinned(name)));

    assertThat(latest).containsKeys("PL", "SE");
    assertThat(latest.values().stream().flatMap(PinnedHolidaysTest::differences)).isEmpty();
  }

  @Test
  void shouldNameEachDateThatDiffersFromTheLibrary() {
    SortedMap<LocalDate, Day> days = new TreeMap<>(pinned("PL 2026-11").days());
    days.remove(LocalDate.parse("2026-12-24"));
    days.put(LocalDate.parse("2027-05-02"), new Day(false, "FLAG_DAY"));

    assertThat(differences(new PinnedHolidays("PL", "2026-11", days)))
        .containsExactly(
            "Expected PL 2026-11 to have 2026-12-24 as public CHRISTMAS_EVE, but it has nothing",
            "Expected PL 2026-11 to have 2027-05-02 as nothing, but it has public FLAG_DAY");
  }

  @Test
  void shouldListEveryEditionThatIsThere() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("src/main/resources/holidays"))) {
      assertThat(files.map(file -> file.getFileName().toString()).filter(f -> f.contains("-")))
          .containsExactlyInAnyOrderElementsOf(
              PinnedHolidays.all().stream().map(name -> name.replace(' ', '-') + ".txt").toList());
    }
  }

  @Test
  void shouldCloseInPolandOnChristmasEveFrom2025() {
    assertThat(year("PL 2026-11", 2024, false)).doesNotContain("2024-12-24").hasSize(13);
    assertThat(year("PL 2026-11", 2025, false)).contains("2025-12-24").hasSize(14);
    assertThat(year("PL 2026-11", 2026, false))
        .containsExactly(
            "2026-01-01",
            "2026-01-06",
            "2026-04-05",
            "2026-04-06",
            "2026-05-01",
            "2026-05-03",
            "2026-05-24",
            "2026-06-04",
            "2026-08-15",
            "2026-11-01",
            "2026-11-11",
            "2026-12-24",
            "2026-12-25",
            "2026-12-26");
  }

  @Test
  void shouldKnowSwedishRedDaysWithAndWithoutTheCustomaryEves() {
    List<String> red =
        List.of(
            "2026-01-01",
            "2026-01-06",
            "2026-04-03",
            "2026-04-05",
            "2026-04-06",
            "2026-05-01",
            "2026-05-14",
            "2026-05-24",
            "2026-06-06",
            "2026-06-20",
            "2026-10-31",
            "2026-12-25",
            "2026-12-26");
    TreeSet<String> eves = new TreeSet<>(red);
    eves.addAll(List.of("2026-06-19", "2026-12-24", "2026-12-31"));

    assertThat(year("SE 2026-11", 2026, false)).containsExactlyElementsOf(red);
    assertThat(year("SE 2026-11", 2026, true)).containsExactlyElementsOf(eves);
  }

  private static PinnedHolidays pinned(String name) {
    return PinnedHolidays.find(name.split(" ")[0], name.split(" ")[1]).orElseThrow();
  }

  private static List<String> year(String name, int year, boolean eves) {
    return pinned(name).dates(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31), eves).stream()
        .map(LocalDate::toString)
        .toList();
  }

  private static Stream<String> differences(PinnedHolidays pinned) {
    SortedMap<LocalDate, Day> library =
        HolidayLibrary.days(pinned.country(), pinned.first(), pinned.last());
    TreeSet<LocalDate> dates = new TreeSet<>(library.keySet());
    dates.addAll(pinned.days().keySet());
    List<String> differences = new ArrayList<>();
    for (LocalDate date : dates) {
      String expected = said(library.get(date));
      String found = said(pinned.days().get(date));
      if (!expected.equals(found)) {
        differences.add(
            "Expected %s to have %s as %s, but it has %s".formatted(pinned, date, expected, found));
      }
    }
    return differences.stream();
  }

  private static String said(Day day) {
    return day == null ? "nothing" : (day.customary() ? "customary " : "public ") + day.name();
  }
}
