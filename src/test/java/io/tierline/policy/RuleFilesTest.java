package io.tierline.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.tierline.policy.Rules.Finding;
import io.tierline.timeline.Actor;
import io.tierline.timeline.Entry;
import io.tierline.timeline.Visibility;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleFilesTest {

  private static final String FILE = "rules/safr/bounced-handover.drl";
  private static final Rules RULES = compile(SafrFiles.read(), new ArrayList<>());

  @Test
  void shouldCallTheIncidentManagerAtTheThirdBounce() {
    assertThat(RULES.fire(timeline("escalated", "returned", "escalated", "returned"))).isEmpty();
    List<Object> bounced =
        timeline(
            "escalated", "returned", "escalated", "returned", "escalated", "returned", "returned");
    assertThat(RULES.fire(bounced))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.code()).isEqualTo("handover-refused-thrice");
              assertThat(finding.sort()).isEqualTo("callout");
              assertThat(finding.since()).isEqualTo(at(6));
              assertThat(finding.file()).isEqualTo(FILE);
              assertThat(finding.clauses()).containsExactly("SA-069", "SA-070");
            });
  }

  @Test
  void shouldNotCountBouncesAcrossAnAcceptance() {
    assertThat(RULES.fire(timeline("returned", "returned", "acknowledged", "returned"))).isEmpty();
  }

  @Test
  void shouldCallNobodyAnyMoreOnceTheVendorWorksOnItAndAnewWhenItStartsAgain() {
    assertThat(RULES.fire(timeline("returned", "returned", "returned", "fix-delivered"))).isEmpty();
    assertThat(RULES.fire(timeline("returned", "returned", "returned", "closed"))).isEmpty();
    assertThat(
            RULES.fire(
                timeline(
                    "returned",
                    "returned",
                    "returned",
                    "acknowledged",
                    "returned",
                    "returned",
                    "returned")))
        .singleElement()
        .extracting(Finding::since)
        .isEqualTo(at(7));
  }

  @Test
  void shouldCallOnceHoweverOftenItBounces() {
    String[] bounces = new String[20_000];
    Arrays.fill(bounces, "returned");

    List<Finding> findings =
        assertTimeoutPreemptively(Duration.ofSeconds(10), () -> RULES.fire(timeline(bounces)));

    assertThat(findings).singleElement().extracting(Finding::since).isEqualTo(at(3));
  }

  @Test
  void shouldAnswerTheSameToManyThreads() {
    List<Object> facts = timeline("returned", "returned", "returned");
    List<Finding> alone = RULES.fire(facts);
    assertThat(IntStream.range(0, 200).parallel().mapToObj(round -> RULES.fire(facts)))
        .allMatch(alone::equals);
  }

  @Test
  void shouldAnswerNothingWithoutRuleFiles() {
    List<Fault> faults = new ArrayList<>();
    Rules none = compile(PackFiles.of(Map.of()), faults);
    assertThat(none.fire(timeline("returned", "returned", "returned"))).isEmpty();
    assertThat(faults).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      textBlock =
          """
          when | whon | line 17 | Expected rules, but: [ERR 102]
          answers.callout( | answers.shout( | line 28 | Expected rules that compile, but: The method shout
          kind == | sort == | line 18 | Expected rules that compile, but: Unable to parse left part of expression: sort
          third.at()); | third.at()); delete(answers); | line 15 | Expected rule 'A handover that is returned three times, and never accepted in between, calls the incident manager' to answer only, but it changes facts: delete
          global Answers answers; | | | Expected 'global Answers answers', but there is none
          ("handover-refused-thrice" | ("handover-refused-trice" | line 15 | Expected a callout of [handover-refused-thrice], but found 'handover-refused-trice'
          when | date-effective "01-Jan-2040" when | line 15 | Expected rule 'A handover that is returned three times, and never accepted in between, calls the incident manager' to fire at once, but it has date-effective
          when | timer(int: 1s) when | line 15 | Expected rule 'A handover that is returned three times, and never accepted in between, calls the incident manager' to fire at once, but it has timer
          """)
  void shouldRefuse(String part, String by, String where, String reason) {
    String text = SafrFiles.read().files().get(FILE);
    assertThat(text).contains(part);
    List<Fault> faults = new ArrayList<>();
    compile(
        SafrFiles.with(
            FILE,
            text.replaceFirst(
                java.util.regex.Pattern.quote(part),
                java.util.regex.Matcher.quoteReplacement(by == null ? "" : by))),
        faults);
    assertThat(faults)
        .anySatisfy(
            fault -> {
              assertThat(fault.file()).isEqualTo(FILE);
              assertThat(fault.where()).isEqualTo(where);
              assertThat(fault.reason()).startsWith(reason);
            });
  }

  @Test
  void shouldStopRulesThatMatchWithoutEnd() {
    String rule =
        """
        package safr;
        import io.tierline.timeline.Entry;
        global io.tierline.policy.Answers answers;
        rule "Everything with everything"
        when
          Entry() Entry() Entry() Entry() Entry()
        then
        end
        """;
    Rules endless = compile(PackFiles.of(Map.of(FILE, rule)), new ArrayList<>());
    List<Object> facts = timeline("a", "b", "c", "d", "e", "f", "g", "h", "i", "j");
    assertThatThrownBy(() -> endless.fire(facts)).hasMessageContaining("fewer than 10,000 times");
  }

  @Test
  void shouldSayWhichFileIsWrongAndNoLineThatMayBeAnother() {
    String broken =
        """
        // What bounces is counted here.
        package safr;
        import io.tierline.timeline.Entry;
        global io.tierline.policy.Answers answers;
        rule "Broken"
        when
          Entry()
        then
          bounces = 1;
          bounces = 2;
        end
        """;
    List<Fault> faults = new ArrayList<>();
    compile(SafrFiles.with("rules/safr/zzz.drl", broken), faults);
    assertThat(faults)
        .isNotEmpty()
        .noneMatch(fault -> FILE.equals(fault.file()) && fault.where() != null);
  }

  private static Rules compile(PackFiles files, List<Fault> faults) {
    Map<String, Set<String>> codes =
        Map.of("callout", Set.of("handover-refused-thrice"), "ground", Set.of());
    return RuleFiles.compile(files, "safr", codes, faults);
  }

  private static List<Object> timeline(String... kinds) {
    List<Object> facts = new ArrayList<>();
    for (int i = 1; i <= kinds.length; i++) {
      String kind = kinds[i - 1];
      String by =
          switch (kind) {
            case "returned" -> "system";
            case "acknowledged", "fix-delivered" -> "agent/L3";
            default -> "reseller/L2";
          };
      facts.add(new Entry(i, at(i), at(i), Actor.of(by), kind, Visibility.ALL, Map.of()));
    }
    return facts;
  }

  private static Instant at(int minute) {
    return Instant.parse("2026-03-02T18:00:00Z").plusSeconds(60L * minute);
  }
}
