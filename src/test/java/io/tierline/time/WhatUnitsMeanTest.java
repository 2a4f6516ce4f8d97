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
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each sentence that the text on time says of a unit or a pause, as somebody new reads it. */
class WhatUnitsMeanTest {

  /** Monday to Friday, 8 to 16 o'clock; 1 and 3 May 2026 are closed. */
  private final BusinessCalendar office = office();

  /** As a reader worked them out who was given the text on time and the Javadoc alone. */
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          2026-03-06T15:00:00+01:00, 4, hours, 2026-03-06T19:00:00+01:00, 2026-03-06T19:00:00.001+01:00
          2026-03-06T15:00:00+01:00, 8, business-hours, 2026-03-09T15:00:00+01:00, 2026-03-09T15:00:00.001+01:00
          2026-03-02T08:00:00+01:00, 8, business-hours, 2026-03-02T16:00:00+01:00, 2026-03-03T08:00:00.001+01:00
          2026-03-07T12:00:00+01:00, 8, business-hours, 2026-03-09T16:00:00+01:00, 2026-03-10T08:00:00.001+01:00
          2026-03-05T10:00:00+01:00, 2, business-days, 2026-03-09T10:00:00+01:00, 2026-03-09T10:00:00.001+01:00
          2026-03-07T12:00:00+01:00, 1, business-days, 2026-03-09T16:00:00+01:00, 2026-03-10T08:00:00.001+01:00
          2026-03-28T02:30:00+01:00, 1, calendar-days, 2026-03-29T03:30:00+02:00, 2026-03-29T03:30:00.001+02:00
          2026-03-28T12:00:00+01:00, 24, hours, 2026-03-29T13:00:00+02:00, 2026-03-29T13:00:00.001+02:00
          2026-03-23T10:00:00+01:00, 1, calendar-weeks, 2026-03-30T10:00:00+02:00, 2026-03-30T10:00:00.001+02:00
          2026-01-31T10:00:00+01:00, 1, calendar-months, 2026-02-28T10:00:00+01:00, 2026-02-28T10:00:00.001+01:00
          2026-03-02T10:00:00+01:00, 0, business-hours, 2026-03-02T10:00:00+01:00, 2026-03-02T10:00:00.001+01:00
          """)
  void shouldEndAndBreakWhenAReaderExpectsIt(
      String start, long amount, String unit, String due, String broken) {
    assertThat(run(at(start), amount, Unit.of(unit).orElseThrow()).due())
        .isEqualTo(new Due.At(at(due), at(broken)));
  }

  @Test
  void shouldMoveByPausesAsAReaderExpectsIt() {
    Pause night = pause("2026-03-02T15:00:00+01:00", "2026-03-03T09:00:00+01:00");
    String monday = "2026-03-02T10:00:00+01:00";

    assertThat(due(monday, 8, Unit.BUSINESS_HOURS, night))
        .isEqualTo(at("2026-03-03T12:00:00+01:00"));
    assertThat(due(monday, 2, Unit.BUSINESS_DAYS, night))
        .isEqualTo(at("2026-03-04T12:00:00+01:00"));
    assertThat(
            due(
                monday,
                1,
                Unit.CALENDAR_WEEKS,
                pause("2026-03-04T10:00:00+01:00", "2026-03-04T13:00:00+01:00")))
        .isEqualTo(at("2026-03-09T13:00:00+01:00"));
    assertThat(
            due(
                monday,
                4,
                Unit.HOURS,
                pause("2026-03-02T09:00:00+01:00", "2026-03-02T11:00:00+01:00")))
        .isEqualTo(at("2026-03-02T15:00:00+01:00"));
    Pause lunch = pause("2026-03-02T11:00:00+01:00", "2026-03-02T13:00:00+01:00");
    assertThat(due(monday, 4, Unit.HOURS, lunch)).isEqualTo(at("2026-03-02T16:00:00+01:00"));
    assertThat(
            due(
                monday,
                4,
                Unit.HOURS,
                lunch,
                pause("2026-03-02T12:00:00+01:00", "2026-03-02T14:00:00+01:00")))
        .isEqualTo(at("2026-03-02T17:00:00+01:00"));
  }

  @Test
  void shouldRemindCountBackwardsAndKnowItsHorizonAsAReaderExpectsIt() {
    Countdown eight = run(at("2026-03-06T12:00:00+01:00"), 8, Unit.BUSINESS_HOURS);

    assertThat(eight.running(Duration.ofHours(4))).contains(at("2026-03-09T08:00:00+01:00"));
    assertThat(new Amount(1, Unit.CALENDAR_WEEKS).before(at("2026-04-01T10:00:00+02:00"), office))
        .isEqualTo(new Reckoning.Known<>(at("2026-03-25T10:00:00+01:00")));
    assertThat(run(at("2026-12-21T10:00:00+01:00"), 200, Unit.BUSINESS_HOURS).due())
        .isInstanceOf(Due.Beyond.class);
  }

  @Test
  void shouldCountHoursThroughTheNightAndTheChangeOfClocks() {
    assertThat(due("2026-03-28T20:00:00+01:00", 12, Unit.HOURS))
        .isEqualTo(at("2026-03-29T09:00:00+02:00"));
  }

  @Test
  void shouldMakeThreeWorkingDaysOf24BusinessHours() {
    assertThat(due("2026-03-05T12:00:00+01:00", 24, Unit.BUSINESS_HOURS))
        .isEqualTo(at("2026-03-10T12:00:00+01:00"));
    assertThat(due("2026-03-05T12:00:00+01:00", 3, Unit.BUSINESS_DAYS))
        .isEqualTo(at("2026-03-10T12:00:00+01:00"));
  }

  @Test
  void shouldBreakNoTimeAtAllOnceItIsOpen() {
    Instant saturday = at("2026-03-07T12:00:00+01:00");

    assertThat(run(saturday, 0, Unit.BUSINESS_HOURS).due())
        .isEqualTo(new Due.At(saturday, at("2026-03-09T08:00:00.001+01:00")));
    assertThat(run(saturday, 0, Unit.HOURS).due())
        .isEqualTo(new Due.At(saturday, saturday.plusMillis(1)));
  }

  @Test
  void shouldBreakWhatEndsWithTheDayAMillisecondAfterTheNextOpening() {
    assertThat(run(at("2026-03-06T12:00:00+01:00"), 4, Unit.BUSINESS_HOURS).due())
        .isEqualTo(
            new Due.At(at("2026-03-06T16:00:00+01:00"), at("2026-03-09T08:00:00.001+01:00")));
  }

  @Test
  void shouldTakeNothingFromBusinessTimeByAPauseOfClosedHours() {
    Pause night = pause("2026-03-02T16:00:00+01:00", "2026-03-03T08:00:00+01:00");

    assertThat(due("2026-03-02T12:00:00+01:00", 8, Unit.BUSINESS_HOURS, night))
        .isEqualTo(at("2026-03-03T12:00:00+01:00"));
    assertThat(due("2026-03-02T12:00:00+01:00", 1, Unit.BUSINESS_DAYS, night))
        .isEqualTo(at("2026-03-03T12:00:00+01:00"));
    assertThat(due("2026-03-02T12:00:00+01:00", 1, Unit.CALENDAR_DAYS, night))
        .isEqualTo(at("2026-03-04T04:00:00+01:00"));
  }

  @Test
  void shouldMoveDaysAndWeeksByThePauseThoughTheTimeOfDayMovesToo() {
    Pause two = pause("2026-03-27T09:00:00+01:00", "2026-03-27T11:00:00+01:00");

    assertThat(due("2026-03-27T08:30:00+01:00", 1, Unit.BUSINESS_DAYS, two))
        .isEqualTo(at("2026-03-30T10:30:00+02:00"));
    assertThat(due("2026-03-27T08:30:00+01:00", 1, Unit.CALENDAR_WEEKS, two))
        .isEqualTo(at("2026-04-03T10:30:00+02:00"));
    assertThat(due("2026-03-27T08:30:00+01:00", 1, Unit.CALENDAR_MONTHS, two))
        .isEqualTo(at("2026-04-27T10:30:00+02:00"));
  }

  @Test
  void shouldCountPausesThatOverlapOnceAndOnlyFromTheStartOn() {
    Pause before = pause("2026-03-02T08:00:00+01:00", "2026-03-02T10:00:00+01:00");
    Pause inside = pause("2026-03-02T10:30:00+01:00", "2026-03-02T11:00:00+01:00");
    Pause over = pause("2026-03-02T10:45:00+01:00", "2026-03-02T11:30:00+01:00");
    Pause empty = pause("2026-03-02T11:45:00+01:00", "2026-03-02T11:45:00+01:00");

    // an hour of the first pause lay before the start
    assertThat(
            due("2026-03-02T09:00:00+01:00", 2, Unit.BUSINESS_HOURS, before, inside, over, empty))
        .isEqualTo(at("2026-03-02T13:00:00+01:00"));
  }

  @Test
  void shouldBeDueWhereAPauseBeginsAndBrokenOnceItIsOver() {
    Pause pause = pause("2026-03-02T12:00:00+01:00", "2026-03-02T13:00:00+01:00");
    Countdown countdown = run(at("2026-03-02T10:00:00+01:00"), 2, Unit.BUSINESS_HOURS, pause);

    assertThat(countdown.due())
        .isEqualTo(
            new Due.At(at("2026-03-02T12:00:00+01:00"), at("2026-03-02T13:00:00.001+01:00")));
  }

  @Test
  void shouldSayHowMuchOpenTimePausesTookAndNotHowLongTheyWere() {
    Pause night = pause("2026-03-02T15:00:00+01:00", "2026-03-03T09:00:00+01:00");
    Instant later = at("2026-03-04T12:00:00+01:00");

    assertThat(run(at("2026-03-02T12:00:00+01:00"), 8, Unit.BUSINESS_HOURS, night).paused(later))
        .isEqualTo(Duration.ofHours(2));
    assertThat(run(at("2026-03-02T12:00:00+01:00"), 8, Unit.HOURS, night).paused(later))
        .isEqualTo(Duration.ofHours(18));
  }

  @Test
  void shouldRemindAtTheOpeningAndNotAtTheCloseBefore() {
    Countdown countdown = run(at("2026-03-06T12:00:00+01:00"), 8, Unit.BUSINESS_HOURS);

    assertThat(countdown.running(Duration.ofHours(4))).contains(at("2026-03-09T08:00:00+01:00"));
    assertThat(office.minus(at("2026-03-09T12:00:00+01:00"), Duration.ofHours(4)))
        .isEqualTo(new Reckoning.Known<>(at("2026-03-09T08:00:00+01:00")));
  }

  private Instant due(String start, long count, Unit unit, Pause... pauses) {
    return ((Due.At) run(at(start), count, unit, pauses).due()).due();
  }

  private Countdown run(Instant start, long count, Unit unit, Pause... pauses) {
    Reckoning<Budget> budget = new Amount(count, unit).from(start, office);
    return new Countdown(
        start, ((Reckoning.Known<Budget>) budget).value(), new Pauses(List.of(pauses)));
  }

  private static Pause pause(String from, String to) {
    return new Pause(at(from), at(to));
  }

  private static Instant at(String text) {
    return OffsetDateTime.parse(text).toInstant();
  }

  private static BusinessCalendar office() {
    Map<DayOfWeek, List<Shift>> week = new EnumMap<>(DayOfWeek.class);
    for (DayOfWeek day : DayOfWeek.values()) {
      week.put(
          day,
          day.compareTo(DayOfWeek.SATURDAY) < 0 ? List.of(Shift.of("08:00-16:00")) : List.of());
    }
    WeeklyHours hours =
        new WeeklyHours(
            ZoneId.of("Europe/Warsaw"),
            week,
            Set.of(LocalDate.parse("2026-05-01"), LocalDate.parse("2026-05-03")),
            LocalDate.parse("2026-01-01"),
            LocalDate.parse("2026-12-31"));
    return ((Drafted.Usable) BusinessCalendar.of(hours)).calendar();
  }
}
