package io.tierline.time;

import static org.assertj.core.api.Assertions.assertThat;

import io.tierline.time.Countdown.Due;
import io.tierline.time.Pauses.Pause;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BiConsumer;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What holds for any hours, any start and any time; {@code -Dseed=} takes other random cases. */
class BusinessTimePropertiesTest {

  private static final long SEED = Long.getLong("seed", 20_261_126);
  private static final long DAY = 24 * 60 * MinuteSteps.MINUTE;
  private static final long STARTS = Instant.parse("2024-01-01T00:00:00Z").toEpochMilli();

  /** Hours, and a question: an instant, two amounts of open time, and a span of any time. */
  private record Case(
      WeeklyHours hours, BusinessCalendar calendar, long start, long time, long more, long span) {

    long plus(long from, long duration) {
      return known(calendar.plus(Instant.ofEpochMilli(from), Duration.ofMillis(duration)));
    }

    long minus(long from, long duration) {
      return known(calendar.minus(Instant.ofEpochMilli(from), Duration.ofMillis(duration)));
    }

    long between(long from, long to) {
      return ((Reckoning.Known<Duration>)
              calendar.between(Instant.ofEpochMilli(from), Instant.ofEpochMilli(to)))
          .value()
          .toMillis();
    }

    void same(String what, long found, long expected) {
      assertThat(Instant.ofEpochMilli(found))
          .as("%s of %d ms from %s by %s", what, time, Instant.ofEpochMilli(start), hours)
          .isEqualTo(Instant.ofEpochMilli(expected));
    }
  }

  @Test
  void shouldAgreeWithStepsOfMinutesForDays() {
    forAll(
        "cases of up to five days beside steps of minutes",
        200,
        500,
        5,
        (test, steps) -> {
          long due = steps.plus(test.start, test.time);
          test.same("plus", test.plus(test.start, test.time), due);
          test.same("minus", test.minus(test.start, test.time), steps.minus(test.start, test.time));
        });
  }

  @Test
  void shouldAgreeWithStepsOfMinutesOnWhatIsOpen() {
    forAll(
        "spans, openings and closes beside steps of minutes",
        500,
        20,
        5,
        (test, steps) -> {
          long to = test.start + test.span;
          test.same("between", test.between(test.start, to), steps.between(test.start, to));
          long open = steps.first(true, test.start);
          test.same("nextOpen", known(test.calendar.nextOpen(at(test.start))), open);
          if (test.calendar.nextClose(at(test.start)) instanceof Reckoning.Known<Instant> close) {
            test.same("nextClose", known(close), steps.first(false, open));
          }
        });
  }

  @Test
  void shouldAgreeWithStepsOfDaysForUpToAYear() {
    forAll(
        "cases of up to a year beside steps of days",
        100,
        10,
        365,
        (test, steps) ->
            test.same(
                "plus",
                test.plus(test.start, test.time),
                new DaySteps(test.hours).plus(test.start, test.time)));
  }

  @Test
  void shouldInvertAndSplitAndKeepTheOrder() {
    forAll(
        "cases of algebra",
        500,
        200,
        40,
        (test, steps) -> {
          long due = test.plus(test.start, test.time);
          test.same("between", test.between(test.start, due), test.time);
          long from = test.minus(test.start, test.time);
          test.same("between after minus", test.between(from, test.start), test.time);
          test.same(
              "split", test.plus(due, test.more), test.plus(test.start, test.time + test.more));
          test.same("order of times", Math.min(due, test.plus(test.start, test.time + 1)), due);
          long later = test.start + test.span;
          test.same("order of starts", Math.min(due, test.plus(later, test.time)), due);
          test.same("order of ends", Math.min(from, test.minus(later, test.time)), from);
        });
  }

  @Test
  void shouldCountAPauseAndItsEndAsALaterStart() {
    forAll(
        "pauses",
        500,
        100,
        20,
        (test, steps) -> {
          long from = test.start + test.span / 2;
          long to = from + test.span;
          long resumed = test.time == 0 ? test.start : test.plus(to, test.time);
          test.same("paused at once", due(test, test.start, to), resumed);
          long counted = test.between(test.start, from);
          long expected =
              counted >= test.time
                  ? test.plus(test.start, test.time)
                  : test.plus(to, test.time - counted);
          test.same("paused later", due(test, from, to), expected);
        });
  }

  @Test
  void shouldCountBusinessDaysBackAsItCountsThemForwards() {
    LongAdder met = new LongAdder();
    forAll(
        "business days there and back",
        500,
        50,
        3,
        (test, steps) -> {
          Amount days = new Amount(1 + test.time % 9, Unit.BUSINESS_DAYS);
          long opening = steps.first(true, test.start);
          Instant due = at(test.plus(opening, forwards(days, at(opening), test.calendar)));
          // What is clipped on the way, at a close or a change of offset, has no single way back,
          // and midnight belongs to either day.
          if (inside(steps, opening) && inside(steps, due.toEpochMilli()) && sameTime(test, due)) {
            met.increment();
            test.same("back", known(days.before(due, test.calendar)), opening);
          }
        });
    assertThat(met.sum()).isGreaterThan(5_000);
  }

  private static boolean inside(MinuteSteps steps, long instant) {
    return steps.open(instant) && steps.open(instant - 1);
  }

  private static boolean sameTime(Case test, Instant due) {
    ZoneId zone = test.calendar.zone();
    ZonedDateTime from = at(test.start).atZone(zone);
    return !from.toLocalTime().equals(LocalTime.MIDNIGHT)
        && due.atZone(zone).toLocalTime().equals(from.toLocalTime())
        && due.atZone(zone).getOffset().equals(from.getOffset());
  }

  private static long forwards(Amount amount, Instant start, BusinessCalendar calendar) {
    return ((Reckoning.Known<Budget>) amount.from(start, calendar)).value().time().toMillis();
  }

  private static long due(Case test, long from, long to) {
    Pauses pauses = new Pauses(List.of(new Pause(at(from), at(to))));
    Budget budget = new Budget(test.calendar, Duration.ofMillis(test.time));
    return ((Due.At) new Countdown(at(test.start), budget, pauses).due()).due().toEpochMilli();
  }

  private static void forAll(
      String what, int calendars, int each, int days, BiConsumer<Case, MinuteSteps> check) {
    long began = System.nanoTime();
    IntStream.range(0, calendars)
        .parallel()
        .forEach(
            number -> {
              RandomGenerator random = new SplittableRandom(SEED + number);
              WeeklyHours hours = new RandomHours(random).next();
              BusinessCalendar calendar = ((Drafted.Usable) BusinessCalendar.of(hours)).calendar();
              MinuteSteps steps = new MinuteSteps(hours);
              for (int i = 0; i < each; i++) {
                check.accept(draw(random, hours, calendar, days), steps);
              }
            });
    System.out.printf(
        "Business time: %,d %s, seed %d, %.1f s%n",
        calendars * each, what, SEED, (System.nanoTime() - began) / 1e9);
  }

  /** One start in three is an edge: an opening, a close, a change of offset, or a moment beside. */
  private static Case draw(
      RandomGenerator random, WeeklyHours hours, BusinessCalendar calendar, int days) {
    long start = STARTS + random.nextLong(4 * 365 * DAY);
    if (random.nextInt(3) == 0) {
      start = edge(random, hours, calendar, at(start)).toEpochMilli() + random.nextInt(-1, 2);
    }
    double share = known(calendar, start, start + 28 * DAY) / (28.0 * DAY);
    long most = Math.max(1, (long) (days * DAY * share));
    long span = random.nextLong(days * DAY);
    return new Case(hours, calendar, start, time(random, most), random.nextLong(most), span);
  }

  private static Instant edge(
      RandomGenerator random, WeeklyHours hours, BusinessCalendar calendar, Instant instant) {
    ZoneOffsetTransition change = hours.zone().getRules().nextTransition(instant);
    if (change != null && random.nextBoolean()) {
      return change.getInstant();
    }
    Reckoning<Instant> edge =
        random.nextBoolean() ? calendar.nextOpen(instant) : calendar.nextClose(instant);
    return edge instanceof Reckoning.Known<Instant> known ? known.value() : instant;
  }

  private static long time(RandomGenerator random, long most) {
    return switch (random.nextInt(8)) {
      case 0 -> 0;
      case 1 -> 1 + random.nextLong(Math.min(most, 1000));
      case 2, 3 -> random.nextLong(most) / MinuteSteps.MINUTE * MinuteSteps.MINUTE;
      default -> random.nextLong(most);
    };
  }

  private static long known(BusinessCalendar calendar, long from, long to) {
    return ((Reckoning.Known<Duration>) calendar.between(at(from), at(to))).value().toMillis();
  }

  private static long known(Reckoning<Instant> reckoning) {
    return ((Reckoning.Known<Instant>) reckoning).value().toEpochMilli();
  }

  private static Instant at(long instant) {
    return Instant.ofEpochMilli(instant);
  }
}
