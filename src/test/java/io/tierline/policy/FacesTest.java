package io.tierline.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.tierline.cases.PackFolder;
import io.tierline.policy.WhoseTime.Turn;
import io.tierline.timeline.Actor;
import io.tierline.timeline.Role;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** By a shipped pack with two tiers behind its first one. */
class FacesTest {

  private static final Pack PACK = new PackFolder(Path.of("")).pack("efento-en");
  private static final String HANDED_OVER = "2026-03-02T11:00:00+01:00";
  private static final String LATER = "2026-03-02T13:00:00+01:00";

  private final Story story = new Story();

  FacesTest() {
    Map<String, Object> fields =
        Map.of(
            "product",
            "cloud",
            "symptom",
            "invite",
            "details",
            true,
            "userActions",
            true,
            "logs",
            List.of("browser.log"));
    story.add(
        "2026-03-02T10:00:00+01:00", "customer", "opened", Map.of("type", "bug", "fields", fields));
    story.add("2026-03-02T10:30:00+01:00", "agent/L1", "reproduced");
    story.add(HANDED_OVER, "agent/L1", "escalated");
  }

  @Test
  void shouldShowOneTierForAllThatSpeakAsIt() {
    Judgement judged = PACK.judge(story.timeline(), Story.at(LATER));

    Judgement seen = PACK.faces().judgement(judged);

    assertThat(judged.tier()).isEqualTo("L2");
    assertThat(judged.group()).isEqualTo("efento-rd");
    assertThat(judged.allowed()).containsKeys("agent/L1", "agent/L2", "agent/OPS");
    assertThat(seen.tier()).isEqualTo("L1");
    assertThat(seen.group()).isEqualTo("efento-l1");
    assertThat(seen.scope().value()).isEqualTo("L1");
    assertThat(seen.allowed()).containsKeys("agent/L1", "customer");
    assertThat(seen.toString()).doesNotContain("L2", "OPS", "efento-rd", "efento-devops");
    assertThat(seen.clocks()).isEqualTo(judged.clocks());
  }

  @Test
  void shouldNameNobodyWhoStandsBehindATier() {
    Actor ewa = new Actor(Role.AGENT, "L2", "efento", "ewa", "Ewa Pawlik");
    Actor marek = new Actor(Role.AGENT, "L1", "efento", "marek", "Marek Zając");

    assertThat(PACK.faces().actor(ewa))
        .isEqualTo(new Actor(Role.AGENT, "L1", "efento", null, null));
    assertThat(PACK.faces().actor(marek)).isEqualTo(marek);
    assertThat(PACK.faces().data("escalated", Map.of("to", "OPS", "text", true)))
        .isEqualTo(Map.of("to", "L1", "text", true));
    assertThat(PACK.faces().data("replied", Map.of("to", "OPS")))
        .as("data that name no tier")
        .isEqualTo(Map.of("to", "OPS"));
    assertThat(PACK.faces().actor("reseller/L2")).isEqualTo("reseller/L2");
    assertThat(PACK.faces().value("actor", "agent/OPS")).isEqualTo("agent/L1");
    assertThat(PACK.faces().value("target", "OPS")).isEqualTo("L1");
    assertThat(PACK.faces().value("severity", "L2")).isEqualTo("L2");
  }

  @Test
  void shouldTellTheTimeBehindATierAsOneTurnOfIt() {
    WhoseTime whole = PACK.whoseTime(story.timeline(), Story.at(LATER));

    WhoseTime seen = PACK.faces().whoseTime(whole);

    assertThat(whole.turns()).extracting(Turn::tier).containsExactly("L1", "L2");
    assertThat(seen.turns()).extracting(Turn::tier).containsExactly("L1");
    assertThat(seen.turns().getFirst().time()).isEqualTo("PT3H");
    assertThat(seen.turns().getFirst().to()).isEqualTo(Story.at(LATER));
    assertThat(seen.shares()).isEqualTo(whole.shares());
  }

  @Test
  void shouldExplainAClockWithoutThoseBehind() {
    story.add("2026-03-02T11:30:00+01:00", "agent/L1", "acknowledged");
    story.add("2026-03-02T12:00:00+01:00", "agent/L2", "confirmed-minor");
    Question inside = new Question("resolution", null, entry -> true);
    Question outside = new Question("resolution", null, entry -> true, true);

    assertThat(PACK.explain(story.timeline(), inside, Story.at(LATER)).toString())
        .contains("by=agent/L2");
    assertThat(PACK.explain(story.timeline(), outside, Story.at(LATER)).toString())
        .contains("by=agent/L1")
        .doesNotContain("agent/L2", "agent/OPS", "R&D", "DevOps");
  }

  @Test
  void shouldRefuseAFaceThatIsNone() {
    assertThat(faults("L9"))
        .extracting(Fault::where, Fault::reason)
        .contains(
            tuple(
                "tiers.L3.speaks-as",
                "Expected a tier of the vendor to speak as another of its tiers that speaks as"
                    + " itself, but found 'L9'"));
    assertThat(faults("L3")).extracting(Fault::where).contains("tiers.L3.speaks-as");
    assertThat(faults("L2")).extracting(Fault::where).contains("tiers.L3.speaks-as");
  }

  @Test
  void shouldRefuseAMailThatWouldTellOfThoseBehind() {
    assertThat(faults("L3"))
        .extracting(Fault::where, Fault::reason)
        .contains(
            tuple(
                "notices",
                "Expected no '{tier}' in what is sent to [reseller] on 'opened', for tiers speak as"
                    + " another, but found it"));
    assertThat(
            EditedPack.shipped()
                .policy("side: vendor", "side: vendor\n    speaks-as: L3")
                .policy("{tier}", "{tier:of it}")
                .faults())
        .extracting(Fault::where)
        .contains("notices");
  }

  private static List<Fault> faults(String face) {
    return EditedPack.shipped()
        .policy("side: vendor", "side: vendor\n    speaks-as: " + face)
        .faults();
  }
}
