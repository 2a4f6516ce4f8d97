package io.tierline.time;

import static org.assertj.core.api.Assertions.assertThat;

import io.tierline.time.Reckoning.Known;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Calendars that go on, and whose dates become others. */
class WeeklyHoursTest {

  private static final ZoneId WARSAW = ZoneId.of("Europe/Warsaw");
  private static final LocalDate LAST = LocalDate.parse("2026-12-31");
  private static final LocalDate FURTHER = LocalDate.parse("2027-12-31");

  /** A Thursday's night shift ends on the first date of the new year. */
  private static final WeeklyHours NIGHTS =
      hours(daily("22:00-06:00"), Set.of(LocalDate.parse("2027-01-04")), Map.of());

  @Test
  void shouldGoOnOverMidnightOfTheLastDate() {
    assertThat(open(NIGHTS.and(FURTHER, Set.of(), Map.of(), null), "2026-12-31")).isEqualTo(8);
    assertThat(open(NIGHTS.and(FURTHER, Set.of(), Map.of(), null), "2027-01-01")).isEqualTo(8);
  }

  @Test
  void shouldEndAShiftOfTheOldHoursOnTheFirstDateOfTheNew() {
    WeeklyHours changed = NIGHTS.and(FURTHER, Set.of(), Map.of(), daily("12:00-14:00"));

    assertThat(open(changed, "2026-12-31")).as("from midnight, and from ten").isEqualTo(8);
    assertThat(open(changed, "2027-01-01")).as("until six, and at noon").isEqualTo(8);
    assertThat(open(changed, "2027-01-02")).isEqualTo(2);
  }

  @Test
  void shouldCutAShiftAtMidnightOfAClosedFirstDate() {
    Set<LocalDate> newYear = Set.of(LocalDate.parse("2027-01-01"));

    assertThat(open(NIGHTS.and(FURTHER, newYear, Map.of(), null), "2026-12-31")).isEqualTo(8);
    assertThat(open(NIGHTS.and(FURTHER, newYear, Map.of(), null), "2027-01-01")).isZero();
    assertThat(open(NIGHTS.and(FURTHER, newYear, Map.of(), null), "2027-01-02")).isEqualTo(8);
  }

  @Test
  void shouldForgetWhatWasSaidOfDatesThatWereNotKnown() {
    assertThat(open(NIGHTS.and(FURTHER, Set.of(), Map.of(), null), "2027-01-04")).isEqualTo(8);
  }

  @Test
  void shouldKeepEachYearsHours() {
    WeeklyHours three =
        NIGHTS
            .and(FURTHER, Set.of(), Map.of(), daily("12:00-14:00"))
            .and(LocalDate.parse("2028-12-31"), Set.of(), Map.of(), daily("12:00-15:00"));

    assertThat(open(three, "2026-06-01")).isEqualTo(8);
    assertThat(open(three, "2027-12-31")).isEqualTo(2);
    assertThat(open(three, "2028-01-01")).isEqualTo(3);
    assertThat(open(three, "2028-12-31")).isEqualTo(3);
  }

  @Test
  void shouldBeTheSameAsOneThatKnewItAllFromTheBeginning() {
    WeeklyHours whole =
        new WeeklyHours(
            WARSAW,
            daily("08:00-16:00"),
            Set.of(LocalDate.parse("2026-05-01"), LocalDate.parse("2027-05-03")),
            Map.of(LocalDate.parse("2027-12-24"), List.of(Shift.of("08:00-12:00"))),
            LocalDate.parse("2026-01-01"),
            FURTHER);
    WeeklyHours first =
        hours(daily("08:00-16:00"), Set.of(LocalDate.parse("2026-05-01")), Map.of());

    assertThat(
            first.and(
                FURTHER,
                Set.of(LocalDate.parse("2027-05-03")),
                Map.of(LocalDate.parse("2027-12-24"), List.of(Shift.of("08:00-12:00"))),
                null))
        .isEqualTo(whole);
  }

  @Test
  void shouldTellDatesAnew() {
    LocalDate date = LocalDate.parse("2026-05-01");
    Map<LocalDate, List<Shift>> half = Map.of(date, List.of(Shift.of("08:00-12:00")));
    WeeklyHours week = hours(daily("08:00-16:00"), Set.of(date), Map.of());

    assertThat(open(week, "2026-05-01")).isZero();
    assertThat(open(week.changed(Set.of(), Set.of(date), Map.of()), "2026-05-01")).isEqualTo(8);
    assertThat(open(week.changed(Set.of(), Set.of(), half), "2026-05-01")).isEqualTo(4);
    assertThat(
            open(
                week.changed(Set.of(), Set.of(), half).changed(Set.of(date), Set.of(), Map.of()),
                "2026-05-01"))
        .isZero();
    assertThat(open(week.changed(Set.of(date), Set.of(), Map.of()), "2026-05-02")).isEqualTo(8);
  }

  private static WeeklyHours hours(
      Map<DayOfWeek, List<Shift>> week, Set<LocalDate> holidays, Map<LocalDate, List<Shift>> days) {
    return new WeeklyHours(WARSAW, week, holidays, days, LocalDate.parse("2026-01-01"), LAST);
  }

  private static Map<DayOfWeek, List<Shift>> daily(String shift) {
    Map<DayOfWeek, List<Shift>> week = new EnumMap<>(DayOfWeek.class);
    for (DayOfWeek day : DayOfWeek.values()) {
      week.put(day, List.of(Shift.of(shift)));
    }
    return week;
  }

  /** Open hours of a date. */
  private static long open(WeeklyHours hours, String date) {
    BusinessCalendar calendar = ((Drafted.Usable) BusinessCalendar.of(hours)).calendar();
    LocalDate day = LocalDate.parse(date);
    return ((Known<Duration>)
            calendar.between(
                day.atStartOfDay(WARSAW).toInstant(),
                day.plusDays(1).atStartOfDay(WARSAW).toInstant()))
        .value()
        .toHours();
  }
}
