package io.tierline.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tierline.time.Reckoning.Known;
import io.tierline.time.Reckoning.Unknown;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The edges of business time, one by one; the office is Warsaw's, Monday to Friday, 8 to 16. */
class BusinessCalendarTest {

  private static final Duration EIGHT = Duration.ofHours(8);
  private static final Duration ZERO = Duration.ZERO;

  private final BusinessCalendar office =
      usable(hours("Europe/Warsaw", week("08:00-16:00"), Set.of("2026-01-01", "2026-01-06")));

  @Test
  void shouldGiveTheStartItselfForNoTimeOpenOrNot() {
    for (String start : List.of("2026-03-04T12:00:00+01:00", "2026-03-07T12:00:00+01:00")) {
      assertThat(office.plus(at(start), ZERO)).isEqualTo(known(start));
      assertThat(office.minus(at(start), ZERO)).isEqualTo(known(start));
    }
  }

  @Test
  void shouldEndAtACloseAndNotAtTheOpeningAfterIt() {
    assertThat(office.plus(at("2026-03-06T08:00:00+01:00"), EIGHT))
        .isEqualTo(known("2026-03-06T16:00:00+01:00"));
    assertThat(office.plus(at("2026-03-06T16:00:00+01:00"), EIGHT))
        .isEqualTo(known("2026-03-09T16:00:00+01:00"));
    assertThat(office.plus(at("2026-03-06T16:00:00+01:00"), Duration.ofMillis(1)))
        .isEqualTo(known("2026-03-09T08:00:00.001+01:00"));
  }

  @Test
  void shouldRemindAtAnOpeningAndNotAtTheCloseBeforeIt() {
    assertThat(office.minus(at("2026-03-09T16:00:00+01:00"), EIGHT))
        .isEqualTo(known("2026-03-09T08:00:00+01:00"));
    assertThat(office.minus(at("2026-03-09T09:00:00+01:00"), Duration.ofHours(2)))
        .isEqualTo(known("2026-03-06T15:00:00+01:00"));
    assertThat(office.minus(at("2026-03-08T12:00:00+01:00"), Duration.ofHours(1)))
        .isEqualTo(known("2026-03-06T15:00:00+01:00"));
  }

  @Test
  void shouldOpenAtTheOpeningAndCloseAtTheClose() {
    assertThat(office.nextOpen(at("2026-03-06T08:00:00+01:00")))
        .isEqualTo(known("2026-03-06T08:00:00+01:00"));
    assertThat(office.nextOpen(at("2026-03-06T16:00:00+01:00")))
        .isEqualTo(known("2026-03-09T08:00:00+01:00"));
    assertThat(office.nextClose(at("2026-03-06T08:00:00+01:00")))
        .isEqualTo(known("2026-03-06T16:00:00+01:00"));
    assertThat(office.nextClose(at("2026-03-06T16:00:00+01:00")))
        .isEqualTo(known("2026-03-09T16:00:00+01:00"));
  }

  @Test
  void shouldCountNothingBackwards() {
    assertThat(office.between(at("2026-03-06T12:00:00+01:00"), at("2026-03-05T12:00:00+01:00")))
        .isEqualTo(new Known<>(ZERO));
    assertThatThrownBy(() -> office.plus(Instant.now(), Duration.ofHours(-1)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> office.minus(Instant.now(), Duration.ofHours(-1)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void shouldCutOffWhatIsFinerThanAMillisecond() {
    assertThat(office.plus(at("2026-03-07T12:00:00+01:00"), Duration.ofNanos(999_999)))
        .isEqualTo(known("2026-03-07T12:00:00+01:00"));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "Europe/Warsaw, 2026-03-29, PT5H",
    "Europe/Warsaw, 2026-10-25, PT7H",
    "Europe/Stockholm, 2027-03-28, PT5H",
    "Europe/Stockholm, 2027-10-31, PT7H",
    "America/Los_Angeles, 2026-03-08, PT5H",
    "America/Los_Angeles, 2026-11-01, PT7H",
    "Australia/Lord_Howe, 2026-10-04, PT5H30M",
    "Australia/Lord_Howe, 2026-04-05, PT6H30M",
    "Asia/Tokyo, 2026-03-29, PT6H",
    "+01:00, 2026-03-29, PT6H",
    "+01:00, 2026-10-25, PT6H",
  })
  void shouldCountTheHoursThatANightHas(String zone, LocalDate date, Duration expected) {
    BusinessCalendar nights = usable(hours(zone, daily("00:00-06:00"), Set.of()));
    Instant midnight = date.atStartOfDay(ZoneId.of(zone)).toInstant();
    Instant noon = date.atTime(12, 0).atZone(ZoneId.of(zone)).toInstant();

    assertThat(nights.between(midnight, noon)).isEqualTo(new Known<>(expected));
    assertThat(nights.plus(midnight, expected)).isEqualTo(nights.nextClose(midnight));
    assertThat(nights.minus(noon, expected)).isEqualTo(new Known<>(midnight));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "Europe/Warsaw, 2026-03-29, PT23H",
    "Europe/Warsaw, 2026-10-25, PT25H",
    "Australia/Lord_Howe, 2026-10-04, PT23H30M",
    "Africa/Cairo, 2026-04-24, PT23H",
    "Africa/Cairo, 2026-10-29, PT25H",
    "Europe/Warsaw, 2028-02-29, PT24H",
  })
  void shouldCountADayAsLongAsItIs(String zone, LocalDate date, Duration expected) {
    BusinessCalendar days = usable(hours(zone, daily("00:00-24:00"), Set.of()));

    assertThat(
            days.between(
                date.atStartOfDay(ZoneId.of(zone)).toInstant(),
                date.plusDays(1).atStartOfDay(ZoneId.of(zone)).toInstant()))
        .isEqualTo(new Known<>(expected));
  }

  @Test
  void shouldOpenWhenTheClocksSkipTheOpeningAndTwiceWhenTheyRepeatIt() {
    BusinessCalendar early = usable(hours("Europe/Warsaw", daily("02:30-03:30"), Set.of()));

    assertThat(early.nextOpen(at("2026-03-29T00:00:00+01:00")))
        .isEqualTo(known("2026-03-29T03:00:00+02:00"));
    assertThat(early.plus(at("2026-10-25T00:00:00+02:00"), Duration.ofMinutes(30)))
        .isEqualTo(known("2026-10-25T03:00:00+02:00"));
    assertThat(early.plus(at("2026-10-25T00:00:00+02:00"), Duration.ofMinutes(31)))
        .isEqualTo(known("2026-10-25T02:31:00+01:00"));
  }

  @Test
  void shouldBelongToTheEveningThatComesAgainAfterMidnight() {
    WeeklyHours sundays =
        new WeeklyHours(
            ZoneId.of("America/St_Johns"),
            Map.of(DayOfWeek.SATURDAY, List.of(Shift.of("22:00-24:00"))),
            Set.of(),
            LocalDate.parse("2009-01-01"),
            LocalDate.parse("2010-12-31"));

    // at 00:01 on Sunday the clocks went back to 23:01 on Saturday
    assertThat(usable(sundays).between(at("2009-10-31T12:00:00Z"), at("2009-11-01T12:00:00Z")))
        .isEqualTo(new Known<>(Duration.ofMinutes(120 + 59)));
  }

  @Test
  void shouldStayAtAFixedOffsetWhenSummerComes() {
    BusinessCalendar fixed = usable(hours("+01:00", week("08:00-16:00"), Set.of()));

    assertThat(fixed.nextOpen(at("2026-07-01T00:00:00Z"))).isEqualTo(known("2026-07-01T07:00:00Z"));
    assertThat(office.nextOpen(at("2026-07-01T00:00:00Z")))
        .isEqualTo(known("2026-07-01T06:00:00Z"));
  }

  @Test
  void shouldCountOverALeapDayAndAYearsEnd() {
    assertThat(office.plus(at("2028-02-28T12:00:00+01:00"), EIGHT))
        .isEqualTo(known("2028-02-29T12:00:00+01:00"));
    assertThat(office.plus(at("2025-12-31T12:00:00+01:00"), EIGHT))
        .isEqualTo(known("2026-01-02T12:00:00+01:00"));
  }

  @Test
  void shouldCloseADayAndNotTheShiftThatBeginsOnIt() {
    BusinessCalendar nights =
        usable(hours("Europe/Warsaw", daily("22:00-06:00"), Set.of("2026-01-06")));

    assertThat(nights.nextClose(at("2026-01-05T23:00:00+01:00")))
        .isEqualTo(known("2026-01-06T00:00:00+01:00"));
    assertThat(nights.nextOpen(at("2026-01-06T00:00:00+01:00")))
        .isEqualTo(known("2026-01-07T00:00:00+01:00"));
  }

  @Test
  void shouldKeepTheOwnHoursOfADate() {
    BusinessCalendar halfDay = usable(own("2026-12-24", "08:00-12:00"));

    assertThat(halfDay.between(at("2026-12-24T00:00:00+01:00"), at("2026-12-25T00:00:00+01:00")))
        .isEqualTo(new Known<>(Duration.ofHours(4)));
    assertThat(halfDay.plus(at("2026-12-24T10:00:00+01:00"), EIGHT))
        .isEqualTo(known("2026-12-25T14:00:00+01:00"));
    BusinessCalendar saturday = usable(own("2026-12-19", "10:00-12:00", "13:00-14:00"));
    assertThat(saturday.openDayAfter(LocalDate.parse("2026-12-18"), 1))
        .isEqualTo(new Known<>(LocalDate.parse("2026-12-19")));
  }

  @Test
  void shouldRefuseADateThatIsClosedAndOpenOrOpenOverMidnight() {
    assertThat(BusinessCalendar.of(own("2026-01-06", "08:00-12:00")))
        .isEqualTo(
            new Drafted.Unusable(
                "Expected 2026-01-06 to be closed, for it is given as a holiday or closure,"
                    + " but found it open [08:00-12:00]"));
    assertThat(BusinessCalendar.of(own("2026-12-24", "22:00-02:00")))
        .isEqualTo(
            new Drafted.Unusable(
                "Expected hours of 2026-12-24 that end by 24:00, but found [22:00-02:00]"));
  }

  @Test
  void shouldRefuseTwelveMonthsWithoutAnOpenHourWhereverTheyLie() {
    WeeklyHours last =
        new WeeklyHours(
            ZoneId.of("Europe/Warsaw"),
            Map.of(),
            Set.of(),
            Map.of(
                LocalDate.parse("2026-01-15"), List.of(Shift.of("08:00-16:00")),
                LocalDate.parse("2027-01-16"), List.of(Shift.of("08:00-16:00"))),
            LocalDate.parse("2026-01-01"),
            LocalDate.parse("2027-12-31"));

    assertThat(BusinessCalendar.of(last))
        .isEqualTo(
            new Drafted.Unusable(
                "Expected open hours in every twelve months, but there are none from"
                    + " 2026-01-15T16:00 to 2027-01-16T08:00"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"2026-01-01 2026-12-31", "2026-03-01 2026-03-31", "2026-07-01 2026-06-30"})
  void shouldRefuseACalendarThatIsNeverOpenHoweverShort(String range) {
    WeeklyHours never =
        new WeeklyHours(
            ZoneId.of("UTC"),
            Map.of(),
            Set.of(),
            LocalDate.parse(range.split(" ")[0]),
            LocalDate.parse(range.split(" ")[1]));

    assertThat(BusinessCalendar.of(never)).isInstanceOf(Drafted.Unusable.class);
  }

  @Test
  void shouldNotGuessOutsideTheDatesThatItKnows() {
    Instant after = at("2030-01-01T00:00:01+01:00");
    Instant before = at("2024-12-31T23:59:59+01:00");

    assertThat(office.plus(after, ZERO)).isInstanceOf(Unknown.class);
    assertThat(office.minus(before, ZERO)).isInstanceOf(Unknown.class);
    assertThat(office.minus(at("2025-01-02T09:00:00+01:00"), Duration.ofHours(20)))
        .isInstanceOf(Unknown.class);
    assertThat(office.plus(at("2029-12-31T15:00:00+01:00"), EIGHT)).isInstanceOf(Unknown.class);
    assertThat(office.between(before, after)).isInstanceOf(Unknown.class);
    assertThat(office.nextOpen(at("2029-12-31T17:00:00+01:00"))).isInstanceOf(Unknown.class);
  }

  private static WeeklyHours own(String date, String... shifts) {
    return new WeeklyHours(
        ZoneId.of("Europe/Warsaw"),
        week("08:00-16:00"),
        Set.of(LocalDate.parse("2026-01-06")),
        Map.of(LocalDate.parse(date), List.of(shifts).stream().map(Shift::of).toList()),
        LocalDate.parse("2026-01-01"),
        LocalDate.parse("2026-12-31"));
  }

  private static WeeklyHours hours(
      String zone, Map<DayOfWeek, List<Shift>> week, Set<String> holidays) {
    return new WeeklyHours(
        ZoneId.of(zone),
        week,
        Set.copyOf(holidays.stream().map(LocalDate::parse).toList()),
        LocalDate.parse("2025-01-01"),
        LocalDate.parse("2029-12-31"));
  }

  private static Map<DayOfWeek, List<Shift>> week(String shift) {
    Map<DayOfWeek, List<Shift>> week = new EnumMap<>(daily(shift));
    week.remove(DayOfWeek.SATURDAY);
    week.remove(DayOfWeek.SUNDAY);
    return week;
  }

  private static Map<DayOfWeek, List<Shift>> daily(String shift) {
    Map<DayOfWeek, List<Shift>> week = new EnumMap<>(DayOfWeek.class);
    for (DayOfWeek day : DayOfWeek.values()) {
      week.put(day, List.of(Shift.of(shift)));
    }
    return week;
  }

  private static BusinessCalendar usable(WeeklyHours hours) {
    return ((Drafted.Usable) BusinessCalendar.of(hours)).calendar();
  }

  private static Known<Instant> known(String instant) {
    return new Known<>(at(instant));
  }

  private static Instant at(String instant) {
    return OffsetDateTime.parse(instant).toInstant();
  }
}
