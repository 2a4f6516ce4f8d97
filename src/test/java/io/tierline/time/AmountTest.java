package io.tierline.time;

import static org.assertj.core.api.Assertions.assertThat;

import io.tierline.time.Countdown.Due;
import io.tierline.time.Pauses.Pause;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

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

  @Test
  void shouldBeDueAtOnceForNothing() {
    for (Unit unit : Unit.values()) {
      assertThat(due("2026-05-20T10:30:00-07:00", new Amount(0, unit)))
          .as(unit.code())
          .isEqualTo("2026-05-20T17:30:00Z");
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
