package io.tierline.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.tierline.policy.MinuteJudge.Habits;
import io.tierline.policy.MinuteJudge.Walked;
import io.tierline.time.MinuteSteps;
import io.tierline.time.Shift;
import io.tierline.time.WeeklyHours;
import io.tierline.timeline.Actor;
import io.tierline.timeline.Entry;
import io.tierline.timeline.Timeline;
import io.tierline.timeline.Visibility;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Pauses of all sorts beside a judge that counts minutes: overlapping, nested, opened before the
 * clock, still open, over closed hours, longer than the clock, and ended by closing. {@code -Dseed}
 * runs one of them alone.
 */
class PausePropertiesTest {

  private static final int TIMELINES = 400;
  private static final String ZONE = "America/Los_Angeles";
  private static final Instant FIRST = Instant.parse("2026-03-02T00:00:00Z");
  private static final List<String> ACTS =
      List.of(
          "held",
          "held",
          "resumed",
          "resumed",
          "information-requested",
          "information-provided",
          "information-provided",
          "replied",
          "closed");

  /** The shipped pack promises elapsed hours, the other one hours of the office. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void shouldCountEachMinuteOnceAndNeverBreakWhatStandsStill(boolean tight) {
    Pack pack = tight ? TestPacks.TIGHT : TestPacks.SHIPPED;
    long only = Long.getLong("seed", -1);
    int paused = 0;
    int breached = 0;
    for (long seed = 0; seed < TIMELINES; seed++) {
      if (only < 0 || only == seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Waiting story = new Waiting(random);
        for (Instant now : moments(pack, story, random)) {
          Judgement judgement = pack.judge(new Timeline(story.entries), now);
          String where = "seed %d at %s".formatted(seed, now);
          check(judgement, "response", walk(story, now, tight, false), tight ? 8 : 4, where);
          check(judgement, "update", walk(story, now, tight, true), tight ? 16 : 24, where);
          paused += judgement.clock("update").orElseThrow().state() == ClockState.PAUSED ? 1 : 0;
          breached += judgement.clock("response").orElseThrow().breached() ? 1 : 0;
        }
      }
    }
    assertThat(only >= 0 || (paused > 200 && breached > 200))
        .as("%d paused, %d breached", paused, breached)
        .isTrue();
  }

  /** Some after the last entry, and where a clock is due: a day's budget is so at its close. */
  private static TreeSet<Instant> moments(Pack pack, Waiting story, SplittableRandom random) {
    TreeSet<Instant> moments = new TreeSet<>();
    for (int i = 0; i < 4; i++) {
      moments.add(story.last().plus(Duration.ofMinutes(i * random.nextLong(2 * 24 * 60))));
    }
    for (Clock clock : pack.judge(new Timeline(story.entries), story.last()).clocks()) {
      if (clock.dueAt() != null
          && clock.dueAt().isAfter(story.last())
          && !clock.name().equals("fix-notice")) {
        moments.add(clock.dueAt());
        moments.add(clock.dueAt().plus(Duration.ofMinutes(1)));
      }
    }
    return moments;
  }

  private static MinuteJudge walk(Waiting story, Instant now, boolean office, boolean update) {
    return new MinuteJudge(new Habits(update, update), office ? new MinuteSteps(hours()) : null)
        .walk(story.entries, now);
  }

  private static void check(
      Judgement judgement, String name, MinuteJudge walked, long hours, String where) {
    List<Clock> clocks =
        judgement.clocks().stream().filter(clock -> clock.name().equals(name)).toList();
    assertThat(clocks).as(where).hasSameSizeAs(walked.rounds());
    for (int i = 0; i < clocks.size(); i++) {
      Clock clock = clocks.get(i);
      Walked round = walked.rounds().get(i);
      boolean over = MinuteJudge.counted(round).compareTo(Duration.ofHours(hours)) > 0;
      ClockState state =
          over
              ? ClockState.BREACHED
              : round.stopped
                  ? ClockState.MET
                  : walked.paused() ? ClockState.PAUSED : ClockState.RUNNING;
      String which = where + ", " + clock;
      assertThat(clock.breached()).as(which).isEqualTo(over);
      assertThat(clock.state()).as(which).isEqualTo(state);
      assertThat(clock.pausedFor() == null ? Duration.ZERO : Duration.parse(clock.pausedFor()))
          .as(which)
          .isEqualTo(Duration.ofMinutes(round.paused));
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void shouldBeDueAsIfItHadStartedWhenThePauseEnded(boolean tight) {
    Pack pack = tight ? TestPacks.TIGHT : TestPacks.SHIPPED;
    for (long seed = 0; seed < 300; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      Instant start = FIRST.plus(Duration.ofMinutes(random.nextLong(20 * 24 * 60)));
      Instant resumed = start.plus(Duration.ofMinutes(1 + random.nextLong(4 * 24 * 60)));
      Waiting paused = new Waiting(start);
      paused.add(start, "agent/L3", "held", Story.HELD);
      paused.add(resumed, "agent/L3", "resumed", Map.of());

      Judgement one = pack.judge(new Timeline(paused.entries), resumed);
      Judgement other = pack.judge(new Timeline(new Waiting(resumed).entries), resumed);

      for (String clock : List.of("response", "update")) {
        assertThat(one.clock(clock).orElseThrow().dueAt())
            .as("seed %d, %s", seed, clock)
            .isEqualTo(other.clock(clock).orElseThrow().dueAt());
      }
    }
  }

  private static WeeklyHours hours() {
    Map<DayOfWeek, List<Shift>> week = new HashMap<>();
    for (DayOfWeek day : DayOfWeek.values()) {
      if (day.compareTo(DayOfWeek.SATURDAY) < 0) {
        week.put(day, List.of(Shift.of("08:00-12:00"), Shift.of("13:00-17:00")));
      }
    }
    return new WeeklyHours(
        ZoneId.of(ZONE),
        week,
        Set.of(LocalDate.parse("2026-03-13")),
        LocalDate.parse("2026-01-01"),
        LocalDate.parse("2027-12-31"));
  }

  /** The same hours as a contract words them. */
  private static Map<String, Object> terms() {
    Map<String, Object> week = new HashMap<>();
    for (String day : List.of("MON", "TUE", "WED", "THU", "FRI")) {
      week.put(day, List.of("08:00-12:00", "13:00-17:00"));
    }
    Map<String, Object> calendar =
        Map.of(
            "zone",
            ZONE,
            "hours",
            week,
            "holidays",
            List.of("2026-03-13"),
            "from",
            "2026-01-01",
            "to",
            "2027-12-31");
    return Map.of("terms", Map.of("calendars", Map.of("contract", calendar)));
  }

  /** A ticket whose clocks start when Level 2 hands it over, with pauses from its opening on. */
  private static final class Waiting {

    private final List<Entry> entries = new ArrayList<>();

    /** In minutes: half of the tickets keep to full hours, where calendars turn. */
    private long grain = 60;

    /** One that is handed over as it is opened, at an instant. */
    Waiting(Instant at) {
      handover(at);
    }

    Waiting(SplittableRandom random) {
      grain = random.nextBoolean() ? 60 : 1;
      Instant at = FIRST.plus(Duration.ofMinutes(grain * random.nextLong(12 * 24 * 60 / grain)));
      open(at);
      at = acts(random, at, random.nextInt(3), List.of("held", "resumed", "information-requested"));
      add(at, "reseller/L2", "escalated", Map.of());
      acts(random, at, random.nextInt(12), ACTS);
    }

    private void handover(Instant at) {
      open(at);
      add(at, "reseller/L2", "escalated", Map.of());
    }

    private void open(Instant at) {
      Map<String, Object> fields = new HashMap<>(RandomTimelines.complete());
      fields.put("impact", "service-down");
      add(at, "reseller/L1", "opened", Map.of("type", "bug", "fields", fields));
      add(at, "system", "observed", terms());
      add(at, "reseller/L1", "escalated", Map.of());
    }

    private Instant acts(SplittableRandom random, Instant from, int count, List<String> acts) {
      Instant at = from;
      for (int i = 0; i < count; i++) {
        at = at.plus(Duration.ofMinutes(step(random)));
        boolean closed = entries.getLast().kind().equals("closed");
        String kind = closed ? "reopened" : acts.get(random.nextInt(acts.size()));
        String by =
            Set.of("information-provided", "reopened").contains(kind) ? "reseller/L2" : "agent/L3";
        add(at, by, kind, kind.equals("held") ? Story.HELD : Map.of());
      }
      return at;
    }

    private long step(SplittableRandom random) {
      return switch (random.nextInt(4)) {
        case 0 -> 0;
        case 1 -> grain * (1 + random.nextLong(3));
        case 2 -> 60L * random.nextInt(12);
        default -> grain * random.nextLong(2 * 24 * 60 / grain);
      };
    }

    void add(Instant at, String actor, String kind, Map<String, Object> data) {
      entries.add(
          new Entry(entries.size() + 1, at, at, Actor.of(actor), kind, Visibility.ALL, data));
    }

    Instant last() {
      return entries.getLast().at();
    }
  }
}
