package io.tierline.bench;

import io.tierline.time.BusinessCalendar;
import io.tierline.time.Drafted;
import io.tierline.time.MinuteSteps;
import io.tierline.time.Reckoning;
import io.tierline.time.Shift;
import io.tierline.time.WeeklyHours;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;

/** What adding business time costs, for a day and for 48 weeks, beside stepping by minutes. */
@State(Scope.Thread)
@Fork(1)
@Threads(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@OutputTimeUnit(TimeUnit.SECONDS)
@BenchmarkMode(Mode.Throughput)
public class BusinessTimeBenchmark {

  private static final Duration DAY = Duration.ofHours(8);
  private static final Duration WEEKS = Duration.ofHours(48 * 40);

  /** Starts over three years, so that no branch is guessed from the last answer. */
  private final Instant[] starts = new Instant[1024];

  private BusinessCalendar calendar;
  private MinuteSteps steps;
  private int next;

  /** An office of eight hours, five days a week, with summer time, known for ten years. */
  @Setup
  public void open() {
    Map<DayOfWeek, List<Shift>> week = new EnumMap<>(DayOfWeek.class);
    for (DayOfWeek day : DayOfWeek.values()) {
      boolean weekend = day.compareTo(DayOfWeek.FRIDAY) > 0;
      week.put(day, weekend ? List.of() : List.of(Shift.of("08:00-16:00")));
    }
    WeeklyHours hours =
        new WeeklyHours(
            ZoneId.of("Europe/Warsaw"),
            week,
            Set.of(LocalDate.parse("2026-12-25"), LocalDate.parse("2027-01-01")),
            LocalDate.parse("2024-01-01"),
            LocalDate.parse("2033-12-31"));
    calendar = ((Drafted.Usable) BusinessCalendar.of(hours)).calendar();
    steps = new MinuteSteps(hours);
    java.util.SplittableRandom random = new java.util.SplittableRandom(1);
    for (int i = 0; i < starts.length; i++) {
      starts[i] = Instant.ofEpochSecond(1_735_689_600L + random.nextLong(3 * 365 * 86_400L));
    }
  }

  private Instant start() {
    return starts[next++ & 1023];
  }

  /** Eight hours. */
  @Benchmark
  public Reckoning<Instant> eightHours() {
    return calendar.plus(start(), DAY);
  }

  /** 48 weeks of 40 hours. */
  @Benchmark
  public Reckoning<Instant> weeks48() {
    return calendar.plus(start(), WEEKS);
  }

  /** Eight hours, minute by minute. */
  @Benchmark
  public long eightHoursByMinutes() {
    return steps.plus(start().toEpochMilli(), DAY.toMillis());
  }

  /** 48 weeks of 40 hours, minute by minute. */
  @Benchmark
  public long weeks48ByMinutes() {
    return steps.plus(start().toEpochMilli(), WEEKS.toMillis());
  }
}
