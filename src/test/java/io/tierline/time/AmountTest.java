package io.tierline.time;

import static org.assertj.core.api.Assertions.assertThat;

import io.tierline.time.Countdown.Due;
import io.tierline.time.Pauses.Pause;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AmountTest {

  private static final Map<DayOfWeek, List<Shift>> OFFICE =
      Map.of(
          DayOfWeek.MONDAY, List.of(Shift.of("09:00-17:00")),
          DayOfWeek.TUESDAY, List.of(Shift.of("09:00-17:00")),
          DayOfWeek.WEDNESDAY, List.of(Shift.of("09:00-17:00")),
          DayOfWeek.THURSDAY, List.of(Shift.of("09:00-17:00")),
          DayOfWeek.FRIDAY, List.of(Shift.of("09:00-15:00")));

  private final BusinessCalendar office = office(Set.of(LocalDate.parse("2026-05-25")));

  @Test
  void shouldKeepTheTimeOfDayOverBusinessDays() {
    assertThat(due("2026-05-20T10:30:00-07:00", new Amount(1, Unit.BUSINESS_DAYS)))
        .isEqualTo("2026-05-21T17:30:00Z");
  }

  @Test
  void shouldSkipWeekendAndHolidayWhenBusinessDaysAreCounted() {
    assertThat(due("2026-05-22T10:00:00-07:00", new Amount(1, Unit.BUSINESS_DAYS)))
        .isEqualTo("2026-05-26T17:00:00Z");
  }

  @Test
  void shouldCountFromTheNextOpeningWhatArrivesWhileItIsClosed() {
    assertThat(due("2026-05-23T03:00:00-07:00", new Amount(1, Unit.BUSINESS_DAYS)))
        .isEqualTo("2026-05-27T00:00:00Z");
  }

  @Test
  void shouldEndAtTheCloseOfAShorterDay() {
    assertThat(due("2026-05-21T16:00:00-07:00", new Amount(1, Unit.BUSINESS_DAYS)))
        .isEqualTo("2026-05-22T22:00:00Z");
  }

  @Test
  void shouldKeepTheTimeOfDayOverAChangeOfOffset() {
    assertThat(due("2026-03-07T10:00:00-08:00", new Amount(1, Unit.CALENDAR_DAYS)))
        .isEqualTo("2026-03-08T17:00:00Z");
    assertThat(due("2026-03-07T10:00:00-08:00", new Amount(24, Unit.HOURS)))
        .isEqualTo("2026-03-08T18:00:00Z");
  }

  @Test
  void shouldTakeALocalTimeThatIsSkippedLaterByWhatWasSkipped() {
    assertThat(due("2026-03-07T02:30:00-08:00", new Amount(1, Unit.CALENDAR_DAYS)))
        .isEqualTo("2026-03-08T10:30:00Z"); // 03:30 in summer time
  }

  @Test
  void shouldTakeALocalTimeThatComesTwiceWithTheOffsetOfTheStart() {
    assertThat(due("2026-10-31T01:30:00-07:00", new Amount(1, Unit.CALENDAR_DAYS)))
        .isEqualTo("2026-11-01T08:30:00Z");
    assertThat(due("2026-03-01T01:30:00-08:00", new Amount(35, Unit.CALENDAR_WEEKS)))
        .isEqualTo("2026-11-01T09:30:00Z");
  }

  @Test
  void shouldKeepWeekdayAndTimeOfDayOverWeeksOpenOrNot() {
    assertThat(due("2026-01-03T10:00:00-08:00", new Amount(48, Unit.CALENDAR_WEEKS)))
        .isEqualTo("2026-12-05T18:00:00Z");
    assertThat(due("2026-01-03T10:00:00-08:00", new Amount(30, Unit.CALENDAR_WEEKS)))
        .isEqualTo("2026-08-01T17:00:00Z");
  }

  @ParameterizedTest(name = "{0} from {1}")
  @CsvSource({
    "Europe/Warsaw, 2026-03-28T12:00, PT23H",
    "Europe/Warsaw, 2026-10-24T12:00, PT25H",
    "Europe/Stockholm, 2026-03-28T12:00, PT23H",
    "Europe/Stockholm, 2026-10-24T12:00, PT25H",
    "America/Los_Angeles, 2026-03-07T12:00, PT23H",
    "America/Los_Angeles, 2026-10-31T12:00, PT25H",
    "Australia/Lord_Howe, 2026-10-03T12:00, PT23H30M",
    "Australia/Lord_Howe, 2026-04-04T12:00, PT24H30M",
    "Asia/Tokyo, 2026-03-28T12:00, PT24H",
    "Asia/Tokyo, 2026-10-24T12:00, PT24H",
  })
  void shouldMakeACalendarDayAsLongAsItsNightIs(String zone, LocalDateTime from, Duration day) {
    BusinessCalendar calendar = BusinessCalendar.always(ZoneId.of(zone));
    Instant start = from.atZone(ZoneId.of(zone)).toInstant();

    assertThat(time(1, Unit.CALENDAR_DAYS, start, calendar)).isEqualTo(day);
    assertThat(time(24, Unit.HOURS, start, calendar)).isEqualTo(Duration.ofHours(24));
    assertThat(time(1, Unit.CALENDAR_WEEKS, start, calendar))
        .isEqualTo(day.plus(Duration.ofDays(6)));
    assertThat(new Amount(1, Unit.CALENDAR_DAYS).before(start.plus(day), calendar))
        .isEqualTo(new Reckoning.Known<>(start));
  }

  @ParameterizedTest(name = "{1} months from {0}")
  @CsvSource({
    "2026-01-15T10:00:00-08:00, 1, 2026-02-15T18:00:00Z",
    "2026-01-31T10:00:00-08:00, 1, 2026-02-28T18:00:00Z",
    "2028-01-31T10:00:00-08:00, 1, 2028-02-29T18:00:00Z",
    "2028-02-29T10:00:00-08:00, 12, 2029-02-28T18:00:00Z",
    "2028-02-29T10:00:00-08:00, 48, 2032-02-29T18:00:00Z",
    "2026-11-30T10:00:00-08:00, 2, 2027-01-30T18:00:00Z",
    "2026-02-15T10:00:00-08:00, 1, 2026-03-15T17:00:00Z",
    "2026-04-01T00:00:00-07:00, 1, 2026-05-01T07:00:00Z",
  })
  void shouldKeepTheDayOfTheMonthOrEndOnItsLast(
      OffsetDateTime start, long months, String expected) {
    Reckoning<Budget> budget =
        new Amount(months, Unit.CALENDAR_MONTHS).from(start.toInstant(), office);

    assertThat(start.toInstant().plus(((Reckoning.Known<Budget>) budget).value().time()))
        .isEqualTo(expected);
  }

  @ParameterizedTest(name = "{1} {2} before {0}")
  @CsvSource({
    // the week over which summer time comes has 167 hours
    "2026-03-10T04:00:00-07:00, 7, calendar-days, 2026-03-03T12:00:00Z",
    "2026-03-10T04:00:00-07:00, 1, calendar-weeks, 2026-03-03T12:00:00Z",
    "2026-03-10T04:00:00-07:00, 168, hours, 2026-03-03T11:00:00Z",
    "2028-03-31T04:00:00-07:00, 1, calendar-months, 2028-02-29T12:00:00Z",
    // Tuesday noon, Monday a holiday: three hours from its opening, five of Friday's six
    "2026-05-26T12:00:00-07:00, 8, business-hours, 2026-05-22T17:00:00Z",
    // just Tuesday's hours until noon: its opening, not Friday's close
    "2026-05-26T12:00:00-07:00, 3, business-hours, 2026-05-26T16:00:00Z",
    "2026-05-26T12:00:00-07:00, 1, business-days, 2026-05-22T19:00:00Z",
    // what ends on the holiday ends at Friday's close
    "2026-05-25T12:00:00-07:00, 1, business-days, 2026-05-21T22:00:00Z",
    // Friday closes at three: the day after is as near as the time of day comes
    "2026-05-26T16:00:00-07:00, 1, business-days, 2026-05-26T16:00:00Z",
  })
  void shouldCountBackFromAnInstant(OffsetDateTime end, long count, String unit, String expected) {
    assertThat(new Amount(count, Unit.of(unit).orElseThrow()).before(end.toInstant(), office))
        .isEqualTo(new Reckoning.Known<>(Instant.parse(expected)));
  }

  @Test
  void shouldNotCountBackBeyondWhatItKnows() {
    Instant end = Instant.parse("2026-01-05T18:00:00Z");

    assertThat(new Amount(30, Unit.BUSINESS_HOURS).before(end, office))
        .isInstanceOf(Reckoning.Unknown.class);
    assertThat(new Amount(9, Unit.BUSINESS_DAYS).before(end, office))
        .isInstanceOf(Reckoning.Unknown.class);
  }

  @Test
  void shouldEndAtAnInstantAndNotLater() {
    Instant start = Instant.parse("2026-03-02T18:00:00Z");
    Instant end = Instant.parse("2026-03-05T18:00:00Z");

    assertThat(Countdown.to(end, start).due()).isEqualTo(new Due.At(end, end.plusMillis(1)));
    assertThat(Countdown.to(end, end.plusSeconds(60)).due())
        .isEqualTo(new Due.At(end, end.plusMillis(1)));
  }

  private static Duration time(long count, Unit unit, Instant start, BusinessCalendar calendar) {
    return ((Reckoning.Known<Budget>) new Amount(count, unit).from(start, calendar)).value().time();
  }

  @Test
  void shouldBeDueAtOnceForNothing() {
    for (Unit unit : Unit.values()) {
      assertThat(due("2026-05-20T10:30:00-07:00", new Amount(0, unit)))
          .as(unit.code())
          .isEqualTo("2026-05-20T17:30:00Z");
      assertThat(new Amount(0, unit).before(Instant.parse("2026-05-25T20:00:00Z"), office))
          .as(unit.code())
          .isEqualTo(new Reckoning.Known<>(Instant.parse("2026-05-25T20:00:00Z")));
    }
  }

  @Test
  void shouldBeDueAtTheCloseBeforeADayThatOpensLater() {
    WeeklyHours late =
        new WeeklyHours(
            ZoneId.of("America/Los_Angeles"),
            OFFICE,
            Set.of(),
            Map.of(LocalDate.parse("2026-05-21"), List.of(Shift.of("12:00-17:00"))),
            LocalDate.parse("2026-01-01"),
            LocalDate.parse("2026-12-31"));
    BusinessCalendar calendar = ((Drafted.Usable) BusinessCalendar.of(late)).calendar();
    Instant start = Instant.parse("2026-05-20T17:30:00Z");
    Budget budget =
        ((Reckoning.Known<Budget>) new Amount(1, Unit.BUSINESS_DAYS).from(start, calendar)).value();

    Due.At due = (Due.At) new Countdown(start, budget, Pauses.NONE).due();

    assertThat(due.due()).isEqualTo("2026-05-21T00:00:00Z");
    assertThat(due.breach()).isEqualTo("2026-05-21T19:00:00.001Z");
  }

  @Test
  void shouldBreachOnTheNextOpeningWhatIsDueAtTheClose() {
    Countdown countdown =
        new Countdown(
            Instant.parse("2026-05-22T21:00:00Z"),
            new Budget(office, Duration.ofHours(1)),
            Pauses.NONE);

    Due.At due = (Due.At) countdown.due();

    assertThat(due.due()).isEqualTo("2026-05-22T22:00:00Z");
    assertThat(due.breach()).isEqualTo("2026-05-26T16:00:00.001Z");
  }

  @Test
  void shouldNeverBeDueWhileAPauseHasNoEnd() {
    Countdown countdown =
        new Countdown(
            Instant.parse("2026-05-20T17:00:00Z"),
            new Budget(office, Duration.ofHours(1)),
            new Pauses(List.of(new Pause(Instant.parse("2026-05-20T17:30:00Z"), Instant.MAX))));

    assertThat(countdown.due()).isInstanceOf(Due.Never.class);
  }

  @Test
  void shouldNotGuessPastTheHorizon() {
    Instant start = Instant.parse("2026-12-31T18:00:00Z");

    assertThat(new Amount(3, Unit.BUSINESS_DAYS).from(start, office))
        .isInstanceOf(Reckoning.Unknown.class);
    assertThat(office.plus(start, Duration.ofHours(9))).isInstanceOf(Reckoning.Unknown.class);
  }

  @Test
  void shouldRefuseACalendarThatIsNeverOpen() {
    Drafted drafted =
        BusinessCalendar.of(
            new WeeklyHours(
                ZoneId.of("UTC"),
                Map.of(),
                Set.of(),
                LocalDate.parse("2026-01-01"),
                LocalDate.parse("2026-12-31")));

    assertThat(drafted).isInstanceOf(Drafted.Unusable.class);
  }

  private String due(String start, Amount amount) {
    Instant from = OffsetDateTime.parse(start).toInstant();
    Budget budget = ((Reckoning.Known<Budget>) amount.from(from, office)).value();
    return ((Due.At) new Countdown(from, budget, Pauses.NONE).due()).due().toString();
  }

  private static BusinessCalendar office(Set<LocalDate> holidays) {
    WeeklyHours hours =
        new WeeklyHours(
            ZoneId.of("America/Los_Angeles"),
            OFFICE,
            holidays,
            LocalDate.parse("2026-01-01"),
            LocalDate.parse("2026-12-31"));
    return ((Drafted.Usable) BusinessCalendar.of(hours)).calendar();
  }
}
