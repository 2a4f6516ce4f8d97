package io.tierline.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tierline.cases.CaseFile.Case;
import io.tierline.cases.CaseFile.Step;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnfoldingTest {

  private static final String HEAD =
      "- case: It goes on\n"
          + "  clauses: [SA-001]\n"
          + "  pack: safr\n"
          + "  timeline:\n"
          + "    - {at: \"2026-03-02T10:00:00Z\", by: customer, kind: opened}\n";

  @TempDir Path folder;

  @Test
  void shouldMakeAStepOfEachActorWithEachKind() throws IOException {
    List<Case> cases =
        read(
            HEAD
                + """
                    - {at: "2026-03-02T11:00:00Z", by: [agent/L3, system], kind: [held, resumed], refused: {rule: permission}}
                """);

    assertThat(cases).singleElement().extracting(Case::name).isEqualTo("It goes on");
    assertThat(cases.getFirst().timeline())
        .extracting(step -> step.actor().code() + " " + step.kind())
        .containsExactly(
            "customer opened",
            "agent/L3 held",
            "agent/L3 resumed",
            "system held",
            "system resumed");
    assertThat(cases.getFirst().timeline().subList(1, 5))
        .extracting(Step::refused)
        .doesNotContainNull();
  }

  @Test
  void shouldMakeACaseOfEachWayThatItMayGoOn() throws IOException {
    List<Case> cases =
        read(
            HEAD
                + """
                  expect:
                    - {at: "2026-03-02T10:00:00Z", status: open}
                  either:
                    - then: by closing
                      timeline:
                        - {at: "2026-03-02T11:00:00Z", by: customer, kind: closed}
                      expect:
                        - {at: "2026-03-02T11:00:00Z", status: closed}
                    - then: by waiting
                """);

    assertThat(cases)
        .extracting(Case::name)
        .containsExactly("It goes on, by closing", "It goes on, by waiting");
    assertThat(cases.get(0).timeline()).hasSize(2);
    assertThat(cases.get(0).expectations()).hasSize(2);
    assertThat(cases.get(1).timeline()).hasSize(1);
    assertThat(cases.get(1).expectations()).hasSize(1);
  }

  @Test
  void shouldRefuseAListOfActorsWhereSomethingIsRecorded() {
    assertThatThrownBy(
            () ->
                read(
                    HEAD
                        + """
                            - {at: "2026-03-02T11:00:00Z", by: [agent/L3, system], kind: held}
                        """))
        .hasMessageContaining("Expected one `by` and one `kind` of a step that is not refused");
  }

  @Test
  void shouldRefuseAWayThatSaysSomethingElse() {
    assertThatThrownBy(
            () -> read(HEAD + "  either:\n    - {then: by closing, readings: {calendar: x}}\n"))
        .hasMessageContaining("Expected `then`, `timeline` and `expect` in `either`, but found")
        .hasMessageContaining("readings");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        HEAD + "  either: []\n",
        HEAD + "  either:\n",
        "- case: It goes on\n  clauses: [SA-001]\n  pack: safr\n  timeline: []\n",
        HEAD + "    - {at: \"2026-03-02T11:00:00Z\", by: [], kind: held, refused: {rule: x}}\n"
      })
  void shouldRefuseWhatSaysNothing(String yaml) {
    assertThatThrownBy(() -> read(yaml)).hasMessageContaining("to list something, but found");
  }

  @Test
  void shouldRefuseARefusalThatNamesNothing() {
    assertThatThrownBy(
            () ->
                read(
                    HEAD
                        + """
                            - {at: "2026-03-02T11:00:00Z", by: agent/L3, kind: held, refused: {}}
                        """))
        .hasMessageContaining("Expected a refusal to name");
  }

  @Test
  void shouldRefuseSharesInALiveCase() {
    assertThatThrownBy(
            () ->
                read(
                    HEAD
                        + """
                          live: true
                          expect:
                            - {at: "2026-03-02T11:00:00Z", shares: {vendor: PT1H}}
                        """))
        .hasMessageContaining(
            "Expected none of `shares`, `outside`, `queue`, `seen` and steps' `notices` in the live case 'It goes on'");
  }

  private List<Case> read(String yaml) throws IOException {
    Path file = Files.writeString(folder.resolve("cases.yaml"), yaml);
    return CaseFile.read(file).cases();
  }
}
