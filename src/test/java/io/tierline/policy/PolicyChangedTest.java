package io.tierline.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What becomes of the clocks of a ticket that is moved to another version of its pack. */
class PolicyChangedTest {

  private static final String RESPONSE = "    clauses: [SA-060, SA-068]";
  private static final Map<String, Object> WORSE =
      Map.of("fields", Map.of("impact", "service-down"));
  private static final Map<String, Object> BETTER =
      Map.of("fields", Map.of("impact", "subordinate-affected"));

  /** High: 2 hours instead of 4; updates every hour instead of 24, also for Low. */
  private static final EditedPack STRICT =
      EditedPack.shipped()
          .policy("version: \"2020-10-02-5\"", "version: strict")
          .budget("01", 2, "hours")
          .budget("04", 1, "hours")
          .budget("05", 1, "hours");

  private static final Pack REBASING = STRICT.pack();
  private static final Pack KEEPING =
      STRICT
          .policy(RESPONSE, RESPONSE + "\n    policy-change: keep")
          .policy(
              "    clauses: [SA-074, SA-079, SA-086]",
              "    clauses: [SA-074, SA-079, SA-086]\n    policy-change: keep")
          .pack();

  private final Story story = new Story();

  @Test
  void shouldLetPeopleActOnWhatCameByAChannelThatThePolicyDoesNotKnowAnyMore() {
    Map<String, Object> opening = Map.of("type", "question", "channel", "carrier-pigeon");
    Story old = new Story();
    old.add("2026-03-02T18:00:00Z", "reseller/L2", "opened", opening);

    Judgement judged = TestPacks.SHIPPED.judge(old.timeline(), Story.at("2026-03-02T18:00:00Z"));

    assertThat(judged.allowed().get("reseller/L2")).contains("answered");
  }

  @Test
  void shouldTellWhatWasPromisedAndFromWhen() {
    story.opened("2026-03-02T18:00:00Z", "subordinate-affected");
    story.add("2026-03-03T18:00:00Z", "reseller/L2", "information-provided", WORSE);

    Promised response =
        TestPacks.SHIPPED.promised(story.timeline(), Story.at("2026-03-03T19:00:00Z")).getFirst();

    assertThat(response)
        .isEqualTo(
            new Promised(
                "response",
                1,
                Story.at("2026-03-02T18:00:00Z"),
                Story.at("2026-03-03T18:00:00Z"),
                4L,
                "hours",
                "always",
                "safr@2020-10-02-5",
                null,
                null,
                List.of()));
    moved("2026-03-03T19:00:00Z");
    Clock kept = clock(KEEPING, "response", "2026-03-03T19:00:00Z");
    assertThat(kept.dueAt()).isEqualTo("2026-03-03T22:00:00Z");
    assertThat(kept.pack()).isEqualTo("safr@2020-10-02-5");
  }

  @Test
  void shouldKeepOrReplaceThePromiseOfAClockThatStandsStill() {
    story.opened("2026-03-02T18:00:00Z", "service-down");
    story.add("2026-03-02T19:00:00Z", "agent/L3", "held", Story.HELD);
    moved("2026-03-02T20:00:00Z");
    story.add("2026-03-02T21:00:00Z", "agent/L3", "resumed");

    assertThat(clock(KEEPING, "response", "2026-03-02T21:00:00Z").dueAt())
        .isEqualTo("2026-03-03T00:00:00Z");
    Clock rebased = clock(REBASING, "response", "2026-03-02T21:00:00Z");
    assertThat(rebased.dueAt()).isEqualTo("2026-03-02T22:00:00Z");
    assertThat(rebased.pack()).isEqualTo("safr@strict");
  }

  @Test
  void shouldKnowWhenNothingWasPromisedFromThePolicyThatPromised() {
    EditedPack lapsing = EditedPack.shipped().budget("03", 0, "none");
    lowered(story);
    Story lapsed = new Story();
    lowered(lapsed);

    moved(TestPacks.SHIPPED, "2026-03-03T00:00:00Z");
    Clock broken = clock(lapsing.pack(), "response", "2026-03-03T00:00:00Z");
    assertThat(broken.breached()).as("what was broken stays so").isTrue();
    assertThat(broken.dueAt()).isEqualTo("2026-03-02T22:00:00Z");

    Clock before =
        lapsing
            .pack()
            .judge(lapsed.timeline(), Story.at("2026-03-02T23:00:00Z"))
            .clock("response")
            .orElseThrow();
    assertThat(before.dueAt()).isEqualTo("2026-03-03T02:00:00Z");
    moved(lapsed, lapsing.pack(), "2026-03-03T00:00:00Z");
    Clock running =
        TestPacks.SHIPPED
            .judge(lapsed.timeline(), Story.at("2026-03-03T00:00:00Z"))
            .clock("response")
            .orElseThrow();
    assertThat(running.breached()).as("nobody was late").isFalse();
    assertThat(running.dueAt()).isEqualTo("2026-03-03T02:00:00Z");
  }

  @Test
  void shouldTellFromWhenToWhenNothingWasPromised() {
    Pack lapsing = EditedPack.shipped().budget("03", 0, "none").pack();
    lowered(story);
    story.add("2026-03-03T00:00:00Z", "agent/L3", "replied");
    story.add("2026-03-03T01:00:00Z", "agent/L3", "replied");

    Explanation told =
        ((Explained.Told)
                lapsing.explain(
                    story.timeline(),
                    new Question("response", null, entry -> true),
                    Story.at("2026-03-03T02:00:00Z")))
            .explanation();

    assertThat(told.clock().state()).isEqualTo(ClockState.MET);
    assertThat(told.stoppedBy().seq()).isEqualTo(5);
    assertThat(told.standstills())
        .singleElement()
        .satisfies(
            lapse -> {
              assertThat(lapse.from()).isEqualTo("2026-03-02T19:00:00Z");
              assertThat(lapse.to()).isEqualTo("2026-03-02T23:00:00Z");
            });
  }

  @Test
  void shouldLeaveAFulfilledPromiseFulfilledWhateverThePolicyAfterItAsks() {
    story.opened("2026-03-02T18:00:00Z", "service-down");
    story.add("2026-03-02T21:00:00Z", "agent/L3", "replied");
    moved("2026-03-02T22:00:00Z");

    for (Pack pack : List.of(KEEPING, REBASING)) {
      Clock response = clock(pack, "response", "2026-03-02T23:00:00Z");
      assertThat(response.state()).isEqualTo(ClockState.MET);
      assertThat(response.budget()).isEqualTo(4);
    }
  }

  @Test
  void shouldLeaveEarlierRoundsWithWhatWasPromisedInThem() {
    story.opened("2026-03-02T18:00:00Z", "service-down");
    story.add("2026-03-03T04:00:00Z", "agent/L3", "replied");
    moved("2026-03-03T04:30:00Z");

    assertThat(rounds(REBASING, "update", "2026-03-03T04:45:00Z"))
        .extracting(Clock::round, Clock::state, Clock::budget, Clock::dueAt)
        .containsExactly(
            tuple(1, ClockState.MET, 24L, Story.at("2026-03-03T18:00:00Z")),
            tuple(2, ClockState.RUNNING, 1L, Story.at("2026-03-03T05:00:00Z")));
    assertThat(rounds(KEEPING, "update", "2026-03-03T04:45:00Z").getLast().dueAt())
        .isEqualTo("2026-03-04T04:00:00Z");
  }

  @Test
  void shouldPromiseAgainWhatWasOwedNoMoreOnlyFromTheChangeOn() {
    story.opened("2026-03-02T18:00:00Z", "service-down");
    story.add("2026-03-02T19:00:00Z", "agent/L3", "workaround-provided");
    moved("2026-03-03T18:00:00Z");

    assertThat(rounds(KEEPING, "update", "2026-03-03T18:30:00Z"))
        .extracting(Clock::state)
        .containsExactly(ClockState.CANCELLED, ClockState.NOT_APPLICABLE);
    assertThat(rounds(REBASING, "update", "2026-03-03T18:30:00Z"))
        .extracting(Clock::state, Clock::startedAt, Clock::breached)
        .containsExactly(
            tuple(ClockState.CANCELLED, Story.at("2026-03-02T18:00:00Z"), false),
            tuple(ClockState.RUNNING, Story.at("2026-03-03T18:00:00Z"), false));
  }

  @Test
  void shouldCountWhatOnlyTheNewPolicyPromisesFromTheChangeOn() {
    story.opened("2026-03-02T18:00:00Z", "service-down");
    story.add(
        "2026-03-05T18:00:00Z",
        "system",
        "policy-changed",
        Map.of("policy", Map.of("pack", "safr", "version", "strict"), "promised", List.of()));

    for (Pack pack : List.of(KEEPING, REBASING)) {
      Clock response = clock(pack, "response", "2026-03-05T19:00:00Z");
      assertThat(response.breached()).isFalse();
      assertThat(response.dueAt()).isEqualTo("2026-03-05T20:00:00Z");
    }
  }

  @Test
  void shouldLeaveWhatWasBrokenBroken() {
    story.opened("2026-03-02T18:00:00Z", "service-down");
    moved("2026-03-03T18:00:00Z");

    for (Pack pack : List.of(KEEPING, REBASING, TestPacks.SHIPPED)) {
      assertThat(clock(pack, "response", "2026-03-03T18:00:00Z").breached()).isTrue();
    }
  }

  @Test
  void shouldExplainAClockThatWasMoved() {
    story.opened("2026-03-02T18:00:00Z", "subordinate-affected");
    story.add("2026-03-03T18:00:00Z", "reseller/L2", "information-provided", WORSE);
    moved("2026-03-03T19:00:00Z");

    Explained told =
        REBASING.explain(
            story.timeline(),
            new Question("fix-notice", null, entry -> true),
            Story.at("2026-03-03T19:00:00Z"));

    assertThat(((Explained.Told) told).explanation().promises())
        .extracting(made -> made.by().kind(), Explanation.Made::cause)
        .containsExactly(
            tuple("policy-changed", "earlier-policy"), tuple("policy-changed", "policy"));
  }

  /** High for an hour, then Low, and High again after the first deadline. */
  private static void lowered(Story story) {
    story.opened("2026-03-02T18:00:00Z", "service-down");
    story.add("2026-03-02T19:00:00Z", "reseller/L2", "information-provided", BETTER);
    story.add("2026-03-02T23:00:00Z", "reseller/L2", "information-provided", WORSE);
  }

  private void moved(String at) {
    moved(TestPacks.SHIPPED, at);
  }

  private void moved(Pack from, String at) {
    moved(story, from, at);
  }

  /** By the former policy's own word. */
  private static void moved(Story story, Pack from, String at) {
    Map<String, Object> data = new HashMap<>();
    data.put("policy", Map.of("pack", "safr", "version", "strict"));
    data.put(
        "promised",
        from.promised(story.timeline(), Story.at(at)).stream().map(Promised::facts).toList());
    story.add(at, "system", "policy-changed", data);
  }

  private Clock clock(Pack pack, String name, String at) {
    return rounds(pack, name, at).getLast();
  }

  private List<Clock> rounds(Pack pack, String name, String at) {
    Instant now = Story.at(at);
    return pack.judge(story.timeline(), now).clocks().stream()
        .filter(clock -> clock.name().equals(name))
        .toList();
  }
}
