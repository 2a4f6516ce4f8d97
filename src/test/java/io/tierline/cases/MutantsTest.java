package io.tierline.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MutantsTest {

  private static final List<String> CODES = List.of("\"a\"", "\"b\"", "\"c\"");

  @Test
  void shouldLeaveOutEachItemOfAConditionAndDropIt() {
    assertThat(CellChanges.ofInput("\"a\", \"b\"", CODES))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of("without \"a\"", "\"b\"", "without \"b\"", "\"a\"", "without condition", "-"));
    assertThat(CellChanges.ofInput("not(\"a\", \"b\")", CODES)).containsValue("not(\"b\")");
    assertThat(CellChanges.ofInput("\"c\"", CODES)).containsValues("\"a\"", "-");
    assertThat(CellChanges.ofInput(">= 4", List.of())).containsValues(">= 5", ">= 3", "-");
    assertThat(CellChanges.ofInput("-", CODES)).isEmpty();
  }

  @Test
  void shouldChangeAnAnswer() {
    assertThat(CellChanges.ofOutput("4", List.of("4", "8"))).containsValues("5", "3");
    assertThat(CellChanges.ofOutput("0", List.of())).containsOnlyKeys("0 -> 1");
    assertThat(CellChanges.ofOutput("true", List.of())).containsValue("false");
    assertThat(CellChanges.ofOutput("\"c\"", CODES)).containsValue("\"a\"");
    assertThat(CellChanges.ofOutput("\"a\"", List.of("\"a\""))).isEmpty();
  }

  @Test
  void shouldChangeEachValueOfAPolicyAndNoLabel() {
    String yaml =
        """
        pack: p
        clocks:
          update:
            owner: vendor
            recurring: true
            label: {en: Update}
            start: {on: [opened, reopened]}
            reminders: {half: {share: 50}}
            clauses: [XX-001]
        """;
    assertThat(PolicyMutants.of("rules/p/policy.yaml", yaml))
        .allMatch(mutant -> mutant.clauses().equals(List.of("XX-001")))
        .extracting(mutant -> mutant.path().replace("policy.yaml clocks.update.", ""))
        .containsExactly(
            "policy.yaml clocks.update: left out",
            "owner: vendor -> reseller",
            "recurring: true -> false",
            "start.on: without opened",
            "start.on: without reopened",
            "reminders.half.share: 50 -> 51",
            "reminders.half.share: 50 -> 49");
  }

  @Test
  void shouldLeaveOutEachNoticeAndEachOfItsAddressees() {
    String yaml =
        """
        notices:
          - {on: closed, to: [reseller, customer], subject: {en: Closed}, body: {en: It is closed}, clauses: [XX-002]}
          - {on: opened, to: [vendor], subject: {en: Opened}, body: {en: It is open}}
        """;
    assertThat(PolicyMutants.of("rules/p/policy.yaml", yaml))
        .extracting(mutant -> mutant.path() + " " + mutant.clauses())
        .containsExactly(
            "policy.yaml notices[0]: left out [XX-002]",
            "policy.yaml notices[0].to: without reseller [XX-002]",
            "policy.yaml notices[0].to: without customer [XX-002]",
            "policy.yaml notices[1]: left out []");
  }

  @Test
  void shouldHaveNoMutantTwice() {
    for (String pack : CaseFolders.packs()) {
      assertThat(MutationRun.mutants(new PackFolder(Path.of("")).files(pack)))
          .extracting(Mutant::path)
          .doesNotHaveDuplicates();
    }
  }
}
