package io.tierline.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.tierline.timeline.Entry;
import io.tierline.timeline.Timeline;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.function.LongFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Nothing differs before {@code nextChangeAt}, and at it something does. The seed of a failure is
 * in its message; {@code -Dseed} runs that one alone.
 */
class NextChangeTest {

  private static final int TIMELINES = 400;
  private static final int CHANGES = 6;
  private static final int SAMPLES = 12;
  private static final Duration FAR = Duration.ofDays(400);

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void shouldBeTheFirstMillisecondAtWhichAnythingDiffers(boolean tight) {
    follow(tight ? TestPacks.TIGHT : TestPacks.SHIPPED, RandomTimelines::of);
  }

  /** With reminders, budgets that end at closing time, and promises that change in every way. */
  @Test
  void shouldBeSoWhateverChangesThePromises() {
    Set<String> seen = follow(TestPacks.RESTLESS, RandomTimelines::restless);

    assertThat(seen)
        .contains(
            "reminder reached",
            "business time",
            "calendar changed",
            "breached",
            "unknown",
            "met",
            "paused",
            "cancelled");
  }

  /** What was met on the way, lest it meet nothing. */
  private static Set<String> follow(Pack pack, LongFunction<Timeline> timelines) {
    Set<String> seen = new TreeSet<>();
    long only = Long.getLong("seed", -1);
    List<String> failures = new ArrayList<>();
    for (long seed = 0; seed < TIMELINES; seed++) {
      if (only < 0 || only == seed) {
        follow(pack, timelines.apply(seed), seed, failures, seen);
      }
    }
    assertThat(failures).isEmpty();
    return seen;
  }

  /** From an instant on the way of a timeline, from change to change until none comes. */
  private static void follow(
      Pack pack, Timeline whole, long seed, List<String> failures, Set<String> seen) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Entry> entries = whole.entries();
    Instant now =
        entries.get(random.nextInt(entries.size())).at().plusMillis(random.nextInt(3) * 1_800_000L);
    Timeline timeline = whole.asOf(now);
    for (int change = 0; change < CHANGES; change++) {
      Judgement judgement = pack.judge(timeline, now);
      Instant next = judgement.nextChangeAt();
      judgement.clocks().forEach(clock -> note(clock, seen));
      String where = "seed %d at %s, next %s: ".formatted(seed, now, next);
      TreeSet<Instant> moments = quiet(judgement, now, next, random);
      edges(pack, timeline, judgement, now, next, moments);
      for (Instant quiet : moments) {
        if (!pack.judge(timeline, quiet).still().equals(judgement.still())) {
          failures.add(where + "differs already at " + quiet);
        }
      }
      if (next == null) {
        return;
      }
      if (!next.isAfter(now) || pack.judge(timeline, next).still().equals(judgement.still())) {
        failures.add(where + "nothing differs then");
      }
      now = next;
    }
  }

  /**
   * Instants before the change: a millisecond before it, edges of whatever there is, and others.
   */
  private static TreeSet<Instant> quiet(
      Judgement judgement, Instant now, Instant next, SplittableRandom random) {
    Instant end = next == null ? now.plus(FAR) : next;
    TreeSet<Instant> quiet = new TreeSet<>();
    quiet.add(now.plusMillis(1));
    quiet.add(end.minusMillis(1));
    judgement.clocks().stream()
        .filter(clock -> clock.dueAt() != null)
        .forEach(clock -> beside(clock.dueAt(), quiet));
    Duration span = Duration.between(now, end);
    for (int i = 0; i < SAMPLES; i++) {
      quiet.add(now.plusMillis(random.nextLong(Math.max(1, span.toMillis()))));
      // Calendars turn at full and half hours.
      long half = Math.max(1, Math.min(span.toMinutes(), 14 * 24 * 60) / 30);
      long edge = now.toEpochMilli() / 1_800_000 + 1 + random.nextLong(half);
      beside(Instant.ofEpochMilli(edge * 1_800_000), quiet);
    }
    quiet.removeIf(instant -> instant.isBefore(now) || !instant.isBefore(end));
    return quiet;
  }

  /** Where each segment begins and ends that an open clock counts until then. */
  private static void edges(
      Pack pack,
      Timeline timeline,
      Judgement judgement,
      Instant now,
      Instant next,
      TreeSet<Instant> quiet) {
    Instant end = next == null ? now.plus(FAR) : next;
    for (Clock clock : judgement.clocks()) {
      if (clock.open()) {
        Question question = new Question(clock.name(), clock.round(), entry -> true);
        Explanation told =
            ((Explained.Told) pack.explain(timeline, question, end.minusMillis(1))).explanation();
        told.segments().stream()
            .filter(segment -> segment.to().isAfter(now))
            .limit(SAMPLES)
            .forEach(
                segment -> {
                  beside(segment.from(), quiet);
                  beside(segment.to(), quiet);
                });
      }
    }
    quiet.removeIf(instant -> instant.isBefore(now) || !instant.isBefore(end));
  }

  private static void note(Clock clock, Set<String> seen) {
    seen.add(clock.state().code());
    if (clock.reminders().stream().anyMatch(Clock.Reminder::reached)) {
      seen.add("reminder reached");
    }
    if (clock.state() == ClockState.RUNNING
        && clock.dueAt() != null
        && clock.stoppedAt() == null
        && clock.unit().startsWith("business")) {
      seen.add("business time");
      String reason = clock.why().reason();
      if (reason != null && reason.contains("as it was changed")) {
        seen.add("calendar changed");
      }
    }
  }

  private static void beside(Instant edge, TreeSet<Instant> instants) {
    instants.add(edge.minusMillis(1));
    instants.add(edge);
    instants.add(edge.plusMillis(1));
  }
}
