package io.tierline.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.tierline.policy.Admission.Admitted;
import io.tierline.timeline.Actor;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SystemEntriesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "observed",
        "deadline-reached",
        "incident-declared",
        "reminder-reached",
        "breach-withdrawn"
      })
  void shouldTakeWhateverFactsTierlineItselfRecords(String kind) {
    Story story = new Story();
    story.opened("2026-03-02T10:00:00Z", "service-down");
    Map<String, Object> facts = Map.of("clock", "response", "round", 1);
    Proposal proposal = new Proposal(Actor.system(), kind, null, null, facts);

    Admission admission =
        TestPacks.SHIPPED.admit(story.timeline(), proposal, Story.at("2026-03-02T15:00:00Z"));

    assertThat(admission).isInstanceOf(Admitted.class);
    assertThat(((Admitted) admission).facts()).isEqualTo(facts);
  }
}
