package io.tierline.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** An entry that changes what is promised and turns a clock turns the clock first. */
class StoppingFirstTest {

  private static final Map<String, Object> WORSE =
      Map.of("fields", Map.of("impact", "service-down"));

  private final Story story = new Story();

  @Test
  void shouldOweNothingNewOnAClockThatTheSameEntryStops() {
    story.opened("2026-03-02T10:00:00-08:00", "subordinate-affected");
    story.add("2026-03-03T10:00:00-08:00", "reseller/L2", "information-provided", WORSE);

    for (String change : List.of("earliest", "rebase", "restart")) {
      Clock response = clocks(stopping(change), "response").getLast();

      assertThat(response.breached()).as(change).isFalse();
      assertThat(response.state()).as(change).isEqualTo(ClockState.MET);
      assertThat(response.unit()).as(change).isEqualTo("business-days");
    }
  }

  @Test
  void shouldBeginOneRoundWithAnEntryThatPromisesAgainAndRestarts() {
    Pack restarting =
        EditedPack.shipped()
            .policy(
                "      on: [acknowledged, replied, information-requested, workaround-provided,"
                    + " notice-given]\n      by: [agent, incident-manager]",
                "      on: [acknowledged, replied, information-provided]")
            .pack();
    story.opened("2026-03-02T10:00:00-08:00", "subordinate-affected");
    story.add("2026-03-03T10:00:00-08:00", "reseller/L2", "information-provided", WORSE);

    assertThat(clocks(restarting, "update"))
        .extracting(Clock::startedAt, Clock::state)
        .containsExactly(
            org.assertj.core.api.Assertions.tuple(
                Story.at("2026-03-03T10:00:00-08:00"), ClockState.RUNNING));
  }

  private List<Clock> clocks(Pack pack, String name) {
    return pack.judge(story.timeline(), Story.at("2026-03-03T11:00:00-08:00")).clocks().stream()
        .filter(clock -> clock.name().equals(name))
        .toList();
  }

  private static Pack stopping(String change) {
    return EditedPack.shipped()
        .policy("      - on: [closed]\n", "      - on: [closed, information-provided]\n")
        .policy(
            "    severity-change: earliest\n    clauses: [SA-060, SA-068]",
            "    severity-change: %s\n    clauses: [SA-060, SA-068]".formatted(change))
        .pack();
  }
}
