package io.tierline.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.tierline.policy.Admission;
import io.tierline.policy.Admission.Admitted;
import io.tierline.policy.Admission.Cause;
import io.tierline.policy.Admission.Refused;
import io.tierline.policy.Pack;
import io.tierline.policy.Proposal;
import io.tierline.timeline.Actor;
import io.tierline.timeline.Entry;
import io.tierline.timeline.Timeline;
import io.tierline.timeline.Visibility;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AdmissionTest {

  private static final Pack PACK = new PackFolder(Path.of("")).pack("safr");
  private static final Instant NOW = Instant.parse("2026-03-02T18:00:00Z");
  private static final Timeline NOTHING = Timeline.of();

  @Test
  void shouldPartFreeTextsFromFacts() {
    Admitted admitted =
        (Admitted)
            admit(
                "reseller/L2",
                "opened",
                Map.of(
                    "type", "bug",
                    "subject", "Es brennt \uD83D\uDD25",
                    "fields", Map.of("steps", "Open the door", "category", "cloud")));

    assertThat(admitted.at()).isEqualTo(NOW);
    assertThat(admitted.texts())
        .containsOnly(
            Map.entry("subject", "Es brennt \uD83D\uDD25"),
            Map.entry("fields.steps", "Open the door"));
    assertThat(admitted.facts())
        .containsEntry("subject", true)
        .containsEntry("fields", Map.of("steps", true, "category", "cloud"));
  }

  @Test
  void shouldNameTheKindsThatThereAre() {
    Refused refused = refused("reseller/L2", "exploded", Map.of());

    assertThat(refused.cause()).isEqualTo(Cause.INVALID);
    assertThat(refused.reason()).contains("acknowledged").contains("'exploded'");
  }

  @Test
  void shouldNameUnknownKeysAndNotRepeatThemWhole() {
    Refused refused = refused("reseller/L2", "opened", Map.of("type", "bug", "x".repeat(5_000), 1));

    assertThat(refused.reason()).contains("description").hasSizeLessThan(500);
  }

  @Test
  void shouldNameTheValuesThatAFieldTakes() {
    Refused refused =
        refused("reseller/L2", "opened", Map.of("type", "bug", "fields", Map.of("impact", "bad")));

    assertThat(refused.rule()).isEqualTo("policy.yaml#fields.impact");
    assertThat(refused.clauses()).contains("SA-072");
    assertThat(refused.reason()).contains("fields.impact", "service-down", "'bad'");
  }

  @Test
  void shouldRefuseACustomerWithoutApproval() {
    Refused refused = refused("customer", "opened", Map.of("type", "bug"));

    assertThat(refused.cause()).isEqualTo(Cause.ROLE);
    assertThat(refused.clauses()).contains("SA-008");
  }

  @Test
  void shouldRefuseWhatTheStateDoesNotAllow() {
    assertThat(refused("agent/L3", "replied", Map.of()).cause()).isEqualTo(Cause.STATE);
  }

  @Test
  void shouldRefuseToHideAReplyFromThoseWhomItIsOwed() {
    Timeline handedOver = handedOver();
    Map<String, Object> data = Map.of("text", "We are on it");
    Actor agent = Actor.of("agent/L3");

    for (Visibility hidden : List.of(Visibility.VENDOR, Visibility.TIER)) {
      Refused refused =
          (Refused) PACK.admit(handedOver, new Proposal(agent, "replied", null, hidden, data), NOW);
      assertThat(refused.cause()).isEqualTo(Cause.INVALID);
      assertThat(refused.rule()).isEqualTo("policy.yaml#kinds.replied");
      assertThat(refused.reason()).contains("may not be hidden", "'" + hidden.code() + "'");
    }
    assertThat(
            PACK.admit(handedOver, new Proposal(agent, "replied", null, Visibility.ALL, data), NOW))
        .isInstanceOf(Admitted.class);
  }

  @Test
  void shouldRefuseTheFuture() {
    Refused refused = refusedAt(NOW.plusMillis(1), Map.of("type", "bug"));

    assertThat(refused.cause()).isEqualTo(Cause.INVALID);
    assertThat(refused.reason()).contains("after now");
  }

  @Test
  void shouldTakeAnEarlierInstantOnlyWithAReasonAndWithinThePacksHours() {
    Map<String, Object> bare = Map.of("type", "bug");
    Map<String, Object> reasoned = Map.of("type", "bug", "reason", "Called in by phone");

    assertThat(refusedAt(NOW.minus(Duration.ofHours(1)), bare).reason()).contains("'reason'");
    assertThat(refusedAt(NOW.minus(Duration.ofHours(73)), reasoned).reason()).contains("72 hours");
    assertThat(admitAt(NOW.minus(Duration.ofHours(1)), reasoned)).isInstanceOf(Admitted.class);
  }

  @Test
  void shouldNotTakeAKindsOwnReasonForTheReasonOfAnEarlierInstant() {
    Map<String, Object> held = Map.of("reason", "customer-failure", "evidence", "Their mail");
    Map<String, Object> because = new HashMap<>(held);
    because.put("backdatedBecause", "Called in by phone");

    Refused refused = (Refused) hold(held);

    assertThat(refused.rule()).isEqualTo("policy.yaml#backdating");
    assertThat(refused.reason()).contains("'backdatedBecause'");
    assertThat(((Admitted) hold(because)).texts())
        .containsEntry("backdatedBecause", "Called in by phone");
  }

  private static Admission hold(Map<String, Object> data) {
    Instant later = NOW.plus(Duration.ofHours(2));
    return PACK.admit(
        handedOver(),
        new Proposal(Actor.of("agent/L3"), "held", NOW.plus(Duration.ofHours(1)), null, data),
        later);
  }

  @Test
  void shouldRefuseAnEntryBeforeTheOpening() {
    Timeline opened =
        Timeline.of(
            new Entry(
                1,
                NOW,
                NOW,
                Actor.of("reseller/L2"),
                "opened",
                Visibility.ALL,
                Map.of("type", "bug")));
    Proposal proposal =
        new Proposal(
            Actor.of("reseller/L2"),
            "answered",
            NOW.minusMillis(1),
            null,
            Map.of("reason", "Called in by phone"));

    Admission admission = PACK.admit(opened, proposal, NOW);

    assertThat(((Refused) admission).reason()).contains("before the opening");
  }

  private static Timeline handedOver() {
    Map<String, Object> fields = new HashMap<>();
    for (String text : List.of("reproduced", "explanation", "businessImpact", "steps", "contact")) {
      fields.put(text, true);
    }
    for (String list : List.of("screenshots", "logs", "configurations")) {
      fields.put(list, List.of("one"));
    }
    fields.putAll(Map.of("category", "software-defect", "impact", "unusable"));
    fields.putAll(Map.of("hosting", "on-site", "cause", "product"));
    Map<String, Object> data = Map.of("type", "bug", "subject", true, "fields", fields);
    return Timeline.of(
        new Entry(1, NOW, NOW, Actor.of("reseller/L2"), "opened", Visibility.ALL, data));
  }

  private static Admission admit(String by, String kind, Map<String, Object> data) {
    return PACK.admit(NOTHING, new Proposal(Actor.of(by), kind, null, null, data), NOW);
  }

  private static Refused refused(String by, String kind, Map<String, Object> data) {
    return (Refused) admit(by, kind, data);
  }

  private static Admission admitAt(Instant at, Map<String, Object> data) {
    return PACK.admit(
        NOTHING, new Proposal(Actor.of("reseller/L2"), "opened", at, null, data), NOW);
  }

  private static Refused refusedAt(Instant at, Map<String, Object> data) {
    return (Refused) admitAt(at, data);
  }
}
