package io.tierline.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.tierline.timeline.Entry;
import io.tierline.timeline.Timeline;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An entry counts where it happened, whenever it arrived. */
class OrderOfEntriesTest {

  private static final int TIMELINES = 400;
  private static final Instant ARRIVING = Instant.parse("2027-01-01T00:00:00Z");

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void shouldJudgeLateEntriesAsIfTheyHadComeInTime(boolean tight) {
    Pack pack = tight ? TestPacks.TIGHT : TestPacks.SHIPPED;
    for (long seed = 0; seed < TIMELINES; seed++) {
      List<Entry> inTime = apart(RandomTimelines.of(seed).entries());
      List<Entry> arrived = arrived(inTime, new Random(seed));
      Instant now = now(inTime, seed);

      assertThat(pack.judge(new Timeline(arrived), now))
          .as("seed %d at %s", seed, now)
          .isEqualTo(pack.judge(new Timeline(inTime), now));
      assertThat(pack.whoseTime(new Timeline(arrived), now))
          .as("seed %d at %s", seed, now)
          .isEqualTo(pack.whoseTime(new Timeline(inTime), now));
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void shouldJudgeWhatWasKnownAsIfNothingElseHadHappened(boolean tight) {
    Pack pack = tight ? TestPacks.TIGHT : TestPacks.SHIPPED;
    int different = 0;
    for (long seed = 0; seed < TIMELINES; seed++) {
      List<Entry> inTime = apart(RandomTimelines.of(seed).entries());
      List<Entry> arrived = arrived(inTime, new Random(seed));
      Timeline whole = new Timeline(arrived);
      Instant now = now(inTime, seed);
      for (int known = 1; known <= arrived.size(); known += 3) {
        List<Entry> before = new ArrayList<>(arrived.subList(0, known));
        before.sort(java.util.Comparator.comparing(Entry::at));
        Instant instant = arrived.get(known - 1).recordedAt();

        Judgement then = pack.judge(whole.knownBy(instant), now);

        assertThat(then)
            .as("seed %d, %d known", seed, known)
            .isEqualTo(pack.judge(new Timeline(before), now));
        different += then.equals(pack.judge(whole, now)) ? 0 : 1;
      }
    }
    assertThat(different).isGreaterThan(TIMELINES);
  }

  @Test
  void shouldTakeEntriesOfOneInstantInTheOrderOfTheirRecording() {
    for (long seed = 0; seed < TIMELINES; seed++) {
      List<Entry> entries = new ArrayList<>(RandomTimelines.of(seed).entries());
      Instant now = now(entries, seed);
      Judgement judgement = TestPacks.TIGHT.judge(new Timeline(apart(entries, 0)), now);
      Collections.shuffle(entries, new Random(seed));

      assertThat(TestPacks.TIGHT.judge(new Timeline(entries), now))
          .as("seed %d at %s", seed, now)
          .isEqualTo(judgement);
    }
  }

  @Test
  void shouldPauseOrNotByWhichOfTwoAtOnceWasRecordedLast() {
    Story running = new Story();
    running.opened("2026-03-02T10:00:00-08:00", "service-down");
    running.add("2026-03-02T11:00:00-08:00", "agent/L3", "held", Story.HELD);
    running.add("2026-03-02T11:00:00-08:00", "agent/L3", "resumed");
    Story paused = new Story();
    paused.opened("2026-03-02T10:00:00-08:00", "service-down");
    paused.add("2026-03-02T11:00:00-08:00", "agent/L3", "resumed");
    paused.add("2026-03-02T11:00:00-08:00", "agent/L3", "held", Story.HELD);
    Instant now = Story.at("2026-03-02T12:00:00-08:00");

    assertThat(TestPacks.SHIPPED.judge(running.timeline(), now).clock("response").orElseThrow())
        .extracting(Clock::state)
        .isEqualTo(ClockState.RUNNING);
    assertThat(TestPacks.SHIPPED.judge(paused.timeline(), now).clock("response").orElseThrow())
        .extracting(Clock::state)
        .isEqualTo(ClockState.PAUSED);
  }

  @Test
  void shouldWithdrawABreachThatALateEntryShowsNeverWas() {
    Story story = new Story();
    story.opened("2026-03-02T10:00:00-08:00", "service-down");
    Instant later = Story.at("2026-03-02T15:00:00-08:00");
    Entry late =
        new Entry(
            9,
            Story.at("2026-03-02T13:59:59-08:00"),
            later,
            io.tierline.timeline.Actor.of("agent/L3"),
            "replied",
            io.tierline.timeline.Visibility.ALL,
            Map.of());
    Timeline whole = story.timeline().plus(late);

    assertThat(state(whole.knownBy(later.minusMillis(1)), later)).isEqualTo(ClockState.BREACHED);
    assertThat(state(whole, later)).isEqualTo(ClockState.MET);
  }

  private static ClockState state(Timeline timeline, Instant now) {
    return TestPacks.SHIPPED.judge(timeline, now).clock("response").orElseThrow().state();
  }

  /** The same, of which no two happened at once. */
  private static List<Entry> apart(List<Entry> entries) {
    return apart(entries, 1);
  }

  private static List<Entry> apart(List<Entry> entries, long millis) {
    List<Entry> apart = new ArrayList<>();
    for (Entry entry : entries) {
      Instant at = entry.at().plusMillis(apart.size() * millis);
      apart.add(with(entry, apart.size() + 1, at, at));
    }
    return apart;
  }

  /** The same, recorded in another order: a second apart, long after they happened. */
  private static List<Entry> arrived(List<Entry> entries, Random random) {
    List<Entry> shuffled = new ArrayList<>(entries);
    Collections.shuffle(shuffled, random);
    List<Entry> arrived = new ArrayList<>();
    for (Entry entry : shuffled) {
      Instant recorded = ARRIVING.plusSeconds(arrived.size());
      arrived.add(with(entry, arrived.size() + 1, entry.at(), recorded));
    }
    return arrived;
  }

  private static Entry with(Entry entry, long seq, Instant at, Instant recorded) {
    return new Entry(seq, at, recorded, entry.by(), entry.kind(), entry.visibility(), entry.data());
  }

  private static Instant now(List<Entry> entries, long seed) {
    long span = new Random(seed).nextLong(Duration.ofDays(20).toMillis());
    return entries.getLast().at().plusMillis(span);
  }
}
