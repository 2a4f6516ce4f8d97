package io.tierline.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.tierline.policy.Explained.NoSuchClock;
import io.tierline.policy.Explained.Told;
import io.tierline.policy.Explanation.Made;
import io.tierline.policy.Explanation.Mark;
import io.tierline.policy.Explanation.Segment;
import io.tierline.policy.Explanation.Standstill;
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
import tools.jackson.databind.json.JsonMapper;

class ExplanationTest {

  private static final JsonMapper JSON = new JsonMapper();

  private final Story story = new Story();

  @Test
  void shouldTellWhatCountedWhatStoodStillAndWhatWouldMoveIt() {
    story.opened("2026-03-06T16:00:00-08:00", "essential-affected");
    story.add("2026-03-09T10:00:00-07:00", "agent/L3", "held", Story.HELD);
    story.add("2026-03-09T12:00:00-07:00", "agent/L3", "resumed");

    Explanation told = explain(TestPacks.SHIPPED, "response", "2026-03-09T13:00:00-07:00");

    assertThat(told.elapsed()).isEqualTo("PT3H");
    assertThat(told.left()).isEqualTo("PT5H");
    assertThat(told.segments())
        .containsExactly(
            segment("2026-03-06T16:00:00-08:00", "2026-03-06T17:00:00-08:00", "PT1H"),
            segment("2026-03-09T09:00:00-07:00", "2026-03-09T10:00:00-07:00", "PT1H"),
            segment("2026-03-09T12:00:00-07:00", "2026-03-09T13:00:00-07:00", "PT1H"));
    assertThat(told.standstills())
        .extracting(Standstill::pause, Standstill::turn, Standstill::time)
        .containsExactly(tuple("customer-failure", "customer", "PT2H"));
    assertThat(told.standstills().getFirst().beganBy())
        .isEqualTo(new Mark(at("2026-03-09T10:00:00-07:00"), 3L, "held", "agent/L3"));
    assertThat(told.closed().weekly()).isEqualTo(2);
    assertThat(told.promises())
        .extracting(Made::amount, Made::unit, Made::severity, Made::decisive)
        .containsExactly(tuple(1L, "business-days", "MEDIUM", true));
    assertThat(told.startedBy().kind()).isEqualTo("opened");
    assertThat(told.resolved().time()).isEqualTo("PT8H");
    assertThat(told.severityChange()).isEqualTo("earliest");
    assertThat(told.moves()).extracting(Explanation.Move::effect).contains("stop", "pause");
    assertThat(told.texts().keySet()).containsExactly("es", "en");
  }

  @Test
  void shouldNameHolidaysAndSumUpWhatIsLong() {
    story.opened("2026-11-24T16:00:00-08:00", "subordinate-affected");

    Explanation due = explain(TestPacks.SHIPPED, "response", "2026-11-24T16:00:00-08:00");
    Explanation late = explain(TestPacks.SHIPPED, "response", "2027-11-24T16:00:00-08:00");

    assertThat(due.closed().holidays()).containsExactly(java.time.LocalDate.parse("2026-11-26"));
    assertThat(due.texts().get("en")).contains("Holidays skipped: Thu 2026-11-26");
    assertThat(late.segments()).hasSizeGreaterThan(200);
    assertThat(late.texts().get("en").lines().count()).isLessThan(30);
    assertThat(late.texts().get("en")).contains("further segments");
  }

  @Test
  void shouldListAThousandSegmentsAndSumUpTheRest() {
    Map<String, Object> hours = new HashMap<>();
    for (String day : List.of("MON", "TUE", "WED", "THU", "FRI", "SAT")) {
      hours.put(day, List.of("08:00-10:00", "11:00-13:00", "14:00-16:00"));
    }
    Map<String, Object> calendar =
        Map.of("zone", "Asia/Tokyo", "hours", hours, "from", "2026-01-01", "to", "2028-12-31");
    story.opened(
        "2026-03-02T08:00:00+09:00",
        "subordinate-affected",
        Map.of("terms", Map.of("calendars", Map.of("contract", calendar))));

    Explanation told = explain(TestPacks.SHIPPED, "response", "2027-05-10T08:00:00+09:00");

    // 62 weeks of 6 days with 3 openings of 2 hours
    assertThat(told.elapsed()).isEqualTo("PT2232H");
    assertThat(told.segments()).hasSize(Explanation.MOST_SEGMENTS);
    assertThat(told.omitted().segments()).isEqualTo(116);
    assertThat(told.omitted().time()).isEqualTo("PT232H");
    assertThat(told.texts().get("en")).contains("further segments: 1114", "2228 h");
  }

  @Test
  void shouldTellWhichPromiseCountsAfterTheSeverityChanged() {
    story.opened("2026-03-02T10:00:00-08:00", "subordinate-affected");
    story.add(
        "2026-03-02T12:00:00-08:00",
        "reseller/L2",
        "information-provided",
        Map.of("fields", Map.of("impact", "service-down")));

    Explanation told = explain(TestPacks.SHIPPED, "response", "2026-03-02T13:00:00-08:00");

    assertThat(told.promises())
        .extracting(Made::severity, Made::decisive)
        .containsExactly(tuple("LOW", false), tuple("HIGH", true));
    assertThat(told.promises().getLast().by().seq()).isEqualTo(3);
    assertThat(told.resolved().from()).isEqualTo("2026-03-02T20:00:00Z");
    assertThat(told.elapsed()).isEqualTo("PT1H");
  }

  @Test
  void shouldTellAnInterruptionAndWhoseTurnItWas() {
    story.opened("2026-03-02T10:00:00-08:00", "service-down");
    story.add("2026-03-03T10:00:00-08:00", "agent/L3", "fix-delivered");
    story.add("2026-03-03T12:00:00-08:00", "reseller/L2", "fix-rejected");

    Standstill gap =
        explain(TestPacks.SHIPPED, "fix-notice", "2026-03-03T13:00:00-08:00")
            .standstills()
            .getFirst();

    assertThat(gap.pause()).isNull();
    assertThat(gap.turn()).isEqualTo("reseller");
    assertThat(gap.beganBy().kind()).isEqualTo("fix-delivered");
    assertThat(gap.endedBy().kind()).isEqualTo("fix-rejected");
    assertThat(gap.time()).isEqualTo("PT2H");
  }

  @Test
  void shouldTellOnlyTheInstantOfAnEntryThatTheAskerMayNotRead() {
    story.opened("2026-03-02T10:00:00-08:00", "service-down");

    Explained explained =
        TestPacks.SHIPPED.explain(
            story.timeline(),
            new Question("response", null, entry -> false),
            at("2026-03-02T11:00:00-08:00"));

    Explanation told = ((Told) explained).explanation();
    assertThat(told.startedBy())
        .isEqualTo(new Mark(at("2026-03-02T10:00:00-08:00"), null, null, null));
    assertThat(told.texts().get("en")).contains("an entry that is not shown to you");
  }

  @Test
  void shouldNameTheClocksThereAreWhereOneIsUnknown() {
    Explained explained =
        TestPacks.SHIPPED.explain(story.timeline(), question("tea", null), Instant.EPOCH);
    Explained round =
        TestPacks.SHIPPED.explain(story.timeline(), question("update", 7), Instant.EPOCH);

    assertThat(((NoSuchClock) explained).reason())
        .isEqualTo(
            "Expected a clock of [response, update, fix-notice, defect-registration,"
                + " monthly-release], but found 'tea'");
    assertThat(((NoSuchClock) round).reason())
        .isEqualTo("Expected a round of 'update' from 1 to 1, but found 7");
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void shouldAgreeWithTheJudgeAndWithItselfToTheByte(boolean tight) {
    Pack pack = tight ? TestPacks.TIGHT : TestPacks.SHIPPED;
    for (long seed = 0; seed < 400; seed++) {
      Timeline timeline = RandomTimelines.of(seed);
      SplittableRandom random = new SplittableRandom(seed);
      Instant last = timeline.entries().getLast().at();
      Instant now = last.plusMillis(random.nextLong(Duration.ofDays(20).toMillis()));
      for (Clock clock : pack.judge(timeline, now).clocks()) {
        Question question = question(clock.name(), clock.round());
        Explanation told = ((Told) pack.explain(timeline, question, now)).explanation();
        Explanation again = ((Told) pack.explain(timeline, question, now)).explanation();

        assertThat(told.clock()).as("seed %d", seed).isEqualTo(clock);
        assertThat(JSON.writeValueAsString(told)).isEqualTo(JSON.writeValueAsString(again));
        figures(told, seed);
      }
    }
  }

  private static void figures(Explanation told, long seed) {
    Clock clock = told.clock();
    String where = "seed %d, %s".formatted(seed, clock);
    if (told.elapsed() == null) {
      assertThat(told.reason() != null || clock.budget() == null).as(where).isTrue();
      return;
    }
    Duration elapsed = Duration.parse(told.elapsed());
    Duration left = Duration.parse(told.left());
    Duration sum = told.omitted() == null ? Duration.ZERO : Duration.parse(told.omitted().time());
    for (Segment segment : told.segments()) {
      assertThat(Duration.between(segment.from(), segment.to()).toString())
          .isEqualTo(segment.time());
      sum = sum.plus(Duration.parse(segment.time()));
    }
    assertThat(sum).as(where).isEqualTo(elapsed);
    assertThat(Duration.parse(told.resolved().time()).minus(elapsed)).as(where).isEqualTo(left);
    // The judge finds a breach by adding the budget up; here it was measured.
    assertThat(left.isNegative()).as(where).isEqualTo(clock.breached());
    assertThat(told.promises()).as(where).filteredOn(Made::decisive).hasSize(1);
    assertThat(clock.stoppedAt() == null)
        .as(where)
        .isEqualTo(told.stoppedBy() == null && told.cancelledBy() == null);
    assertThat(told.startedBy().at()).as(where).isEqualTo(clock.startedAt());
  }

  private Explanation explain(Pack pack, String clock, String now) {
    Explained explained = pack.explain(story.timeline(), question(clock, null), at(now));
    return ((Told) explained).explanation();
  }

  private static Question question(String clock, Integer round) {
    return new Question(clock, round, entry -> true);
  }

  private static Segment segment(String from, String to, String time) {
    return new Segment(at(from), at(to), time);
  }

  private static Instant at(String text) {
    return Story.at(text);
  }
}
