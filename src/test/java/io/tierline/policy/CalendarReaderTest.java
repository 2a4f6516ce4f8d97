package io.tierline.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.tierline.time.BusinessCalendar;
import io.tierline.time.Reckoning.Known;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CalendarReaderTest {

  private static final Map<String, Object> POLAND = Map.of("country", "PL", "edition", "2026-11");

  private final List<Fault> faults = new ArrayList<>();

  @Test
  void shouldCloseOnTheHolidaysOfTheCountry() {
    BusinessCalendar calendar = calendar(Map.of("holidays", POLAND));

    assertThat(open(calendar, "2025-12-24")).isZero();
    assertThat(open(calendar, "2024-12-24")).isEqualTo(8);
    assertThat(open(calendar, "2026-06-04")).isZero();
    assertThat(open(calendar, "2026-06-05")).isEqualTo(8);
  }

  @ParameterizedTest
  @CsvSource({"2026-06-19", "2026-12-24", "2026-12-31"})
  void shouldWorkOnSwedishEvesUnlessTheyAreAgreed(String eve) {
    Map<String, Object> sweden = Map.of("country", "SE", "edition", "2026-11");
    Map<String, Object> eves = Map.of("country", "SE", "edition", "2026-11", "eves", true);

    assertThat(open(calendar(Map.of("holidays", sweden)), eve)).isEqualTo(8);
    assertThat(open(calendar(Map.of("holidays", eves)), eve)).isZero();
  }

  @Test
  void shouldKnowClosuresHalfDaysAndHolidaysThatAreWorkedOn() {
    Map<String, Object> worked = new HashMap<>(POLAND);
    worked.put("except", List.of("2026-12-24"));
    BusinessCalendar calendar =
        calendar(
            Map.of(
                "holidays", worked,
                "closures", List.of("2026-12-28"),
                "days", Map.of("2026-12-24", List.of("08:00-10:00", "11:00-12:00"))));

    assertThat(open(calendar, "2026-12-24")).isEqualTo(3);
    assertThat(open(calendar, "2026-12-25")).isZero();
    assertThat(open(calendar, "2026-12-28")).isZero();
  }

  @Test
  void shouldTakeAFixedOffset() {
    BusinessCalendar calendar = calendar(Map.of("zone", "+01:00"));

    assertThat(calendar.nextOpen(Instant.parse("2026-07-01T00:00:00Z")))
        .isEqualTo(new Known<>(Instant.parse("2026-07-01T07:00:00Z")));
  }

  @Test
  void shouldRefuseADateThatIsClosedAndOpen() {
    Map<String, Object> halfDay = Map.of("2026-12-24", List.of("08:00-12:00"));

    assertThat(faults(Map.of("holidays", POLAND, "days", halfDay)))
        .containsExactly(
            "null: Expected 2026-12-24 to be closed, for it is given as a holiday or closure,"
                + " but found it open [08:00-12:00]");
    assertThat(faults(Map.of("closures", List.of("2026-12-24"), "days", halfDay))).hasSize(1);
    Map<String, Object> worked = new HashMap<>(POLAND);
    worked.put("except", List.of("2026-12-24"));
    assertThat(faults(Map.of("holidays", worked, "closures", List.of("2026-12-24"))))
        .containsExactly(
            "holidays.except: Expected 2026-12-24 to be open, but found it among the closures");
  }

  @Test
  void shouldRefuseHolidaysThatAreNotPinned() {
    assertThat(faults(Map.of("holidays", Map.of("country", "PL", "edition", "latest"))))
        .singleElement()
        .asString()
        .startsWith("holidays: Expected pinned holidays, of [")
        .contains("PL 2026-11")
        .endsWith("but found 'PL latest'");
    assertThat(faults(Map.of("holidays", Map.of("country", "PL"))))
        .contains("holidays.edition: Expected a value, but there is none");
    assertThat(faults(Map.of("holidays", POLAND, "to", "2040-12-31")))
        .containsExactly(
            "holidays: Expected a calendar from 2020-01-01 to 2035-12-31, for which the holidays"
                + " of PL 2026-11 are known, but found it to be from 2024-01-01 to 2040-12-31");
  }

  @Test
  void shouldRefuseAnExceptionFromWhatIsNoHoliday() {
    Map<String, Object> worked = new HashMap<>(POLAND);
    worked.put("except", List.of("2026-12-23"));

    assertThat(faults(Map.of("holidays", worked)))
        .containsExactly(
            "holidays.except: Expected holidays of PL 2026-11, but 2026-12-23 is none");
  }

  @Test
  void shouldRefuseDatesThatSayNothing() {
    assertThat(faults(Map.of("closures", List.of("2062-12-24"))))
        .containsExactly(
            "closures: Expected a date from 2024-01-01 to 2027-12-31, for which the calendar is"
                + " known, but found 2062-12-24");
    assertThat(faults(Map.of("days", Map.of("2026-13-24", List.of("08:00-12:00")))))
        .containsExactly(
            "days.2026-13-24: Expected a date such as 2026-01-31, in the years 1970 to 2100, but"
                + " found '2026-13-24'");
    assertThat(faults(Map.of("days", Map.of("2026-12-24", List.of()))))
        .containsExactly(
            "days.2026-12-24: Expected open hours, but there are none: a closed date is a closure");
    assertThat(faults(Map.of("days", Map.of("2026-12-24", List.of("8-12")))))
        .first()
        .asString()
        .startsWith("days.2026-12-24: Expected open hours such as 09:00-17:00, but ");
    assertThat(faults(Map.of("days", Map.of("2026-12-23", List.of("22:00-02:00")))))
        .containsExactly(
            "null: Expected hours of 2026-12-23 that end by 24:00, but found [22:00-02:00]");
  }

  private BusinessCalendar calendar(Map<String, Object> more) {
    BusinessCalendar calendar = read(more);
    assertThat(faults).isEmpty();
    return Objects.requireNonNull(calendar);
  }

  private List<String> faults(Map<String, Object> more) {
    faults.clear();
    read(more);
    return faults.stream().map(fault -> fault.where() + ": " + fault.reason()).toList();
  }

  private BusinessCalendar read(Map<String, Object> more) {
    Map<String, Object> values = new HashMap<>();
    values.put("zone", "Europe/Warsaw");
    List<String> hours = List.of("08:00-16:00");
    values.put(
        "hours", Map.of("MON", hours, "TUE", hours, "WED", hours, "THU", hours, "FRI", hours));
    values.put("from", "2024-01-01");
    values.put("to", "2027-12-31");
    values.putAll(more);
    return Section.read(Section.root("terms", values, faults), CalendarReader::read);
  }

  private static long open(BusinessCalendar calendar, String date) {
    LocalDate day = LocalDate.parse(date);
    ZoneId zone = calendar.zone();
    return ((Known<Duration>)
            calendar.between(
                day.atStartOfDay(zone).toInstant(), day.plusDays(1).atStartOfDay(zone).toInstant()))
        .value()
        .toHours();
  }
}
