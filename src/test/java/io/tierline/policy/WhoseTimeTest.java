package io.tierline.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.tierline.policy.WhoseTime.Turn;
import io.tierline.timeline.Timeline;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WhoseTimeTest {

  private final Story story = new Story();

  @Test
  void shouldCountClosedHoursToNobodyOnlyWhileItIsTheTurnOfTheSideWhoseHoursTheyAre() {
    // Monday to Friday, 9 to 17 o'clock in Los Angeles
    story.opened("2026-03-02T16:00:00-08:00", "service-down");
    story.add("2026-03-03T10:00:00-08:00", "agent/L3", "information-requested");
    story.add("2026-03-04T08:00:00-08:00", "reseller/L2", "information-provided");
    story.add("2026-03-04T12:00:00-08:00", "agent/L3", "fix-delivered");
    story.add("2026-03-04T18:00:00-08:00", "reseller/L2", "closed", Map.of("ground", "resolved"));

    WhoseTime time = whoseTime(TestPacks.SHIPPED, "2026-03-05T18:00:00-08:00");

    assertThat(time.whole()).isEqualTo("PT74H");
    assertThat(time.shares())
        .containsExactly(
            Map.entry("vendor", "PT5H"),
            Map.entry("reseller", "PT28H"),
            Map.entry("customer", "PT0S"),
            Map.entry("third-party", "PT0S"),
            Map.entry("nobody", "PT41H"));
    assertThat(time.turns())
        .extracting(Turn::party, Turn::tier, Turn::time, Turn::closed)
        .containsExactly(
            tuple("vendor", "L3", "PT2H", "PT16H"),
            tuple("reseller", "L3", "PT22H", "PT0S"),
            tuple("vendor", "L3", "PT3H", "PT1H"),
            tuple("reseller", "L3", "PT6H", "PT0S"),
            tuple("nobody", "L3", "PT24H", "PT0S"));
  }

  @Test
  void shouldLeaveToAThirdPartyWhatAPauseSaysIsTheirs() {
    story.opened("2026-03-02T16:00:00-08:00", "service-down");
    story.add("2026-03-02T16:30:00-08:00", "agent/L3", "held", Story.HELD);

    assertThat(whoseTime(TestPacks.TIGHT, "2026-03-02T20:30:00-08:00").shares())
        .containsEntry("vendor", "PT30M")
        .containsEntry("third-party", "PT4H");
    assertThat(
            TestPacks.TIGHT.judge(story.timeline(), Story.at("2026-03-02T20:30:00-08:00")).turn())
        .isEqualTo("third-party");
  }

  @Test
  void shouldLeaveItToTheSideInChargeWhereClosedHoursAreNotKnown() {
    story.opened("2026-03-02T16:00:00-08:00", "service-down", Map.of());

    Turn turn = whoseTime(TestPacks.SHIPPED, "2026-03-03T16:00:00-08:00").turns().getFirst();

    assertThat(turn.time()).isEqualTo("PT24H");
    assertThat(turn.reason()).startsWith("Expected the agreement's terms to bring the calendar");
  }

  @Test
  void shouldCountClosedHoursAsFarAsTheCalendarIsKnown() {
    // Thursday, 30 December 2027, 16 o'clock in Los Angeles; the calendar ends with the year
    story.opened("2027-12-30T16:00:00-08:00", "service-down");

    Turn turn = whoseTime(TestPacks.SHIPPED, "2028-01-01T12:00:00-08:00").turns().getFirst();

    assertThat(turn.time()).isEqualTo("PT21H");
    assertThat(turn.closed()).isEqualTo("PT23H");
    assertThat(turn.reason()).contains("from 2026-01-01 to 2027-12-31");
  }

  @Test
  void shouldBeNothingAtAnInstantBeforeTheOpening() {
    story.opened("2026-03-02T16:00:00-08:00", "service-down");

    WhoseTime time = whoseTime(TestPacks.SHIPPED, "2026-03-01T16:00:00-08:00");

    assertThat(time.from()).isNull();
    assertThat(time.to()).isEqualTo(Story.at("2026-03-01T16:00:00-08:00"));
    assertThat(time.whole()).isEqualTo("PT0S");
    assertThat(time.shares().values()).containsOnly("PT0S");
    assertThat(time.turns()).isEmpty();
  }

  @Test
  void shouldBeNothingBeforeTheOpening() {
    WhoseTime time = whoseTime(TestPacks.SHIPPED, "2026-03-03T16:00:00-08:00");

    assertThat(time.from()).isNull();
    assertThat(time.whole()).isEqualTo("PT0S");
    assertThat(time.turns()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void shouldGiveEveryMillisecondToExactlyOneParty(boolean tight) {
    Pack pack = tight ? TestPacks.TIGHT : TestPacks.SHIPPED;
    for (long seed = 0; seed < 1_000; seed++) {
      Timeline timeline = RandomTimelines.of(seed);
      SplittableRandom random = new SplittableRandom(seed);
      Instant last = timeline.entries().getLast().at();
      Instant now = last.plusMillis(random.nextLong(Duration.ofDays(60).toMillis()));

      WhoseTime time = pack.whoseTime(timeline, now);

      assertThat(sum(time.shares().values())).as("seed %d", seed).isEqualTo(time.whole());
      assertThat(time.from()).as("seed %d", seed).isEqualTo(opened(timeline));
      assertThat(Duration.between(time.from(), now).toString()).isEqualTo(time.whole());
      check(pack, timeline, time, seed);
    }
  }

  /** Sampled millisecond by millisecond, also just before and after each entry. */
  @Test
  void shouldGiveTheNextMillisecondToOneAndToWhoseTurnItIs() {
    for (long seed = 0; seed < 200; seed++) {
      Timeline timeline = RandomTimelines.of(seed);
      Instant opened = opened(timeline);
      SplittableRandom random = new SplittableRandom(seed);
      for (int i = 0; i < 20; i++) {
        Instant entry = timeline.entries().get(random.nextInt(timeline.entries().size())).at();
        Instant at = entry.plusMillis(random.nextLong(-1, i < 10 ? 2 : 3_600_000));
        if (!at.isBefore(opened)) {
          next(TestPacks.TIGHT, timeline, at, "seed %d at %s".formatted(seed, at));
        }
      }
    }
  }

  private static void next(Pack pack, Timeline timeline, Instant at, String where) {
    Map<String, String> before = pack.whoseTime(timeline, at).shares();
    Map<String, String> after = pack.whoseTime(timeline, at.plusMillis(1)).shares();
    Judgement judgement = pack.judge(timeline, at);
    List<String> given = new java.util.ArrayList<>();
    after.forEach(
        (party, share) -> {
          Duration more = Duration.parse(share).minus(Duration.parse(before.get(party)));
          if (!more.isZero()) {
            assertThat(more).as(where).isEqualTo(Duration.ofMillis(1));
            given.add(party);
          }
        });
    assertThat(given).as(where).hasSize(1);
    boolean own = judgement.turn().equals(judgement.side());
    String turn = judgement.turn().equals("none") ? "nobody" : judgement.turn();
    assertThat(given.getFirst()).as(where).isIn(own ? List.of(turn, "nobody") : List.of(turn));
  }

  /** Without gaps, each the turn that a judgement then says, and summing up to the shares. */
  private static void check(Pack pack, Timeline timeline, WhoseTime time, long seed) {
    Map<String, Duration> shares = new HashMap<>();
    Instant cursor = time.from();
    for (Turn turn : time.turns()) {
      assertThat(turn.from()).as("seed %d", seed).isEqualTo(cursor);
      Judgement then = pack.judge(timeline, turn.to().minusMillis(1));
      assertThat(turn.party())
          .as("seed %d at %s", seed, turn.from())
          .isEqualTo(then.turn().equals("none") ? "nobody" : then.turn());
      assertThat(turn.tier()).isEqualTo(then.tier());
      assertThat(sum(List.of(turn.time(), turn.closed())))
          .isEqualTo(Duration.between(turn.from(), turn.to()).toString());
      shares.merge(turn.party(), Duration.parse(turn.time()), Duration::plus);
      shares.merge("nobody", Duration.parse(turn.closed()), Duration::plus);
      cursor = turn.to();
    }
    assertThat(cursor).isEqualTo(time.to());
    shares.forEach(
        (party, share) -> assertThat(time.shares()).containsEntry(party, share.toString()));
  }

  private static Instant opened(Timeline timeline) {
    return timeline.entries().stream()
        .filter(entry -> entry.kind().equals("opened"))
        .findFirst()
        .orElseThrow()
        .at();
  }

  private static String sum(Iterable<String> durations) {
    Duration sum = Duration.ZERO;
    for (String duration : durations) {
      sum = sum.plus(Duration.parse(duration));
    }
    return sum.toString();
  }

  private WhoseTime whoseTime(Pack pack, String now) {
    return pack.whoseTime(story.timeline(), Story.at(now));
  }
}
