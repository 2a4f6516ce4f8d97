package io.tierline.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.tierline.policy.Answer;
import io.tierline.policy.Judgement;
import io.tierline.policy.Why;
import io.tierline.timeline.Actor;
import io.tierline.timeline.Entry;
import io.tierline.timeline.Timeline;
import io.tierline.timeline.Visibility;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** How the last attempt to hand a ticket over ended. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class HandoverTest {

  private static final Instant T = Instant.parse("2026-03-02T10:00:00Z");

  @Test
  void should_see_no_attempt_where_the_opener_keeps_the_ticket() {
    assertThat(handover("L1", "L1", List.of(), entry(1, "reseller/L1", "opened")))
        .isEqualTo(new Handover("none", 1));
  }

  @Test
  void should_take_an_incomplete_opening_by_level_2_for_a_failed_attempt() {
    assertThat(handover("L2", "L3", List.of("logs"), entry(1, "reseller/L2", "opened")))
        .isEqualTo(new Handover("failed", 1));
  }

  @Test
  void should_take_an_incomplete_opening_by_an_approved_customer_for_a_failed_attempt() {
    assertThat(handover("L1", "L3", List.of("logs"), entry(1, "customer", "opened")))
        .isEqualTo(new Handover("failed", 1));
  }

  @Test
  void should_not_blame_level_1_for_what_level_2_will_have_to_add() {
    assertThat(
            handover(
                "L2",
                "L3",
                List.of("logs"),
                entry(1, "reseller/L1", "opened"),
                entry(2, "reseller/L1", "escalated")))
        .isEqualTo(new Handover("none", 2));
  }

  @Test
  void should_see_that_an_attempt_was_answered_and_that_the_next_one_was_not() {
    Entry opened = entry(1, "reseller/L2", "opened");
    Entry returned = entry(2, "system", "returned");
    Entry again = entry(3, "reseller/L2", "escalated");

    assertThat(handover("L2", "L3", List.of("logs"), opened, returned).code())
        .isEqualTo("returned");
    assertThat(handover("L2", "L3", List.of("logs"), opened, returned, again))
        .isEqualTo(new Handover("failed", 3));
    assertThat(handover("L3", "L3", List.of(), opened, returned, again).code()).isEqualTo("none");
  }

  private static Handover handover(
      String tier, String scope, List<String> missing, Entry... entries) {
    return Handover.of(Timeline.of(entries), judgement(tier, scope, missing));
  }

  private static Entry entry(long seq, String by, String kind) {
    return new Entry(
        seq, T.plusSeconds(seq), T.plusSeconds(seq), Actor.of(by), kind, Visibility.ALL, Map.of());
  }

  private static Judgement judgement(String tier, String scope, List<String> missing) {
    Why why = new Why("tier", 1, List.of(), null);
    return new Judgement(
        "open",
        "bug",
        new Answer("HIGH", why),
        tier,
        "group",
        tier.equals("L3") ? "vendor" : "reseller",
        "vendor",
        missing,
        Map.of(),
        new Answer(scope, why),
        Map.of(),
        List.of(),
        Map.of(),
        List.of(),
        List.of(),
        null,
        new Judgement.JudgedBy("safr", "1", "1", "1"));
  }
}
