package io.tierline.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What refuses a table, with file, row and reason. */
class TablesTest {

  private static final String SEVERITY = "dmn/safr/severity.dmn";
  private static final String TIMERS = "dmn/safr/timers.dmn";

  @Test
  void shouldTakeThePackAsItStands() {
    List<Fault> faults = new ArrayList<>();
    Map<String, Table> tables = Tables.compile(SafrFiles.read(), "safr", SafrFiles::domain, faults);
    assertThat(faults).isEmpty();
    assertThat(tables)
        .containsOnlyKeys(
            "callout", "closure", "handover", "permission", "severity", "tier", "timers");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      textBlock =
          """
          "none"</text> | "none" or 1</text> | row 1, input Workaround | Expected a literal, a comparison or a range of numbers, a list of these, not(...) or -, but found "none" or 1
          "unusable"</text> | "unusabel"</text> | row 1, input Impact | Expected one of [unstated, service-down, severely-damaged, unusable, essential-unavailable, essential-affected, subordinate-affected], but found "unusabel"
          "none"</text> | true</text> | row 1, input Workaround | Expected one of [none, provided, accepted], but found true
          <text>"MEDIUM"</text> | <text>"MIDDLE"</text> | row 2, output Severity | Expected one of [HIGH, MEDIUM, LOW], but found "MIDDLE"
          <text>"MEDIUM"</text> | <text></text> | row 2, output Severity | Expected one literal, but found nothing
          <text>"MEDIUM"</text> | <text>impact</text> | row 2, output Severity | Expected one literal, but found impact
          <text>impact</text> | <text>inpact</text> | input Impact | Expected the name of something the pack declares, but found 'inpact'
          <text>impact</text> | <text>upper case(impact)</text> | input Impact | Expected the name of something the pack declares, but found 'upper case(impact)'
          typeRef="string"><text>impact | typeRef="number"><text>impact | input Impact | Expected the type string, but found number
          decision id="severity" | decision id="gravity" | | Expected the id severity as the file's name says, but found gravity
          DecisionTable_severity" | DecisionTable_severity" hitPolicy="PRIORITY" | | Expected a hit policy of [UNIQUE, FIRST, ANY, COLLECT, RULE_ORDER], but found PRIORITY
          DecisionTable_severity" | DecisionTable_severity" hitPolicy="COLLECT" aggregation="MAX" | | Expected rows to be collected as they are, but found the aggregation MAX
          "severely-damaged", "unusable"</text> </inputEntry> | "severely-damaged"</text></inputEntry> | | Expected a row for every combination, but there is no row for impact = unusable, workaround = none
          not("subordinate-affected", "unstated") | not("subordinate-affected") | rows 3 and 4 | Expected one answer, but both apply to impact = unstated, workaround = provided or accepted
          <definitions | <!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]><definitions | line 2 | Expected DMN, but found: DOCTYPE is disallowed
          </definitions> | | | Expected DMN, but found: XML document structures must start and end within the same entity.
          <inputData id="InputData_impact" | <businessKnowledgeModel id="b" name="b" /><inputData id="InputData_impact" | | Expected one decision and its input data, but found businessKnowledgeModel
          """)
  void shouldRefuse(String part, String by, String where, String reason) {
    List<Fault> faults = faults(SEVERITY, part.strip(), by == null ? "" : by);
    assertThat(faults).isNotEmpty().allMatch(fault -> fault.file().equals(SEVERITY));
    assertThat(faults)
        .anySatisfy(
            fault -> {
              assertThat(fault.reason()).startsWith(reason);
              if (where != null) {
                assertThat(fault.where()).isEqualTo(where);
              }
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          </outputValues> | </outputValues><defaultOutputEntry><text>%s</text></defaultOutputEntry>
          <text>"response-overdue", "update-overdue", "fix-notice-due", "defect-unregistered", "release-missed"</text> | <text>%s</text>
          <text>breached</text> </inputExpression> | <text>breached</text></inputExpression><inputValues><text>%s</text></inputValues>
          <text>breached</text> | <text>%s</text>
          <text>"response"</text> | <text>%s</text>
          <text>"response-overdue"</text> </outputEntry> | <text>%s</text></outputEntry>
          <decisionTable id | <knowledgeRequirement id="k"/><decisionTable id
          """)
  void shouldNeverRunJavaThatATableBrings(String part, String by) {
    String java =
        """
        {f: function(a, b) external {java: {class: "java.lang.System", \
        method signature: "setProperty(java.lang.String,java.lang.String)"}}, \
        v: f("io.tierline.ran", "yes")}.v\
        """;

    List<Fault> faults = faults("dmn/safr/callout.dmn", part, by.formatted(java));

    assertThat(System.clearProperty("io.tierline.ran")).isNull();
    assertThat(faults).isNotEmpty();
  }

  @Test
  void shouldRefuseARowThatNothingReaches() {
    String cell = "<inputEntry id=\"UnaryTests_permission_28_2\">\n          <text>";
    String file = "dmn/safr/permission.dmn";
    assertThat(faults(file, cell + "\"reseller/L2\"", cell + "-"))
        .containsExactly(
            new Fault(
                file, "row 30", "Expected a row that can apply, but no combination reaches it"));
  }

  @Test
  void shouldRefuseWhatIsTooLargeToProve() {
    Function<String, Optional<Domain>> wide =
        name -> Optional.of(SafrFiles.domain(name).orElse(new Domain.Flag()));
    List<Fault> faults = new ArrayList<>();
    Tables.compile(PackFiles.of(Map.of(SEVERITY, flags(17))), "safr", wide, faults);
    assertThat(faults)
        .containsExactly(
            new Fault(
                SEVERITY,
                null,
                "Expected at most 50,000 combinations of values to prove, but there are 65,537:"
                    + " split the table"));
    faults.clear();
    Tables.compile(PackFiles.of(Map.of(SEVERITY, " ".repeat(1_000_001))), "safr", wide, faults);
    assertThat(faults)
        .containsExactly(
            new Fault(
                SEVERITY, null, "Expected at most 1,000,000 characters, but found 1,000,001"));
    faults.clear();
    Tables.compile(PackFiles.of(Map.of(SEVERITY, "<a>".repeat(20_000))), "safr", wide, faults);
    assertThat(faults).hasSize(1);
  }

  @Test
  void shouldTakeAnEmptyCellForAnyAsTheModelerWritesIt() {
    String timers = SafrFiles.read().files().get(TIMERS);
    String bare =
        timers
            .replaceAll("(?s)<inputData.*?</inputData>", "")
            .replaceAll("(?s)<informationRequirement.*?</informationRequirement>", "")
            .replaceAll("(?s)<dmndi:DMNDI>.*</dmndi:DMNDI>", "")
            .replaceAll("<variable [^>]*/>", "")
            .replace("<text>\"LOW\"</text>", "<text></text>")
            .replace("<text>\"HIGH\"</text>", "<text>\"HIGH\"</text>")
            .replaceFirst("<decisionTable id=\"DecisionTable_timers\"", "$0 hitPolicy=\"FIRST\"");
    List<Fault> faults = new ArrayList<>();
    Table table =
        Tables.compile(PackFiles.of(Map.of(TIMERS, bare)), "safr", SafrFiles::domain, faults)
            .get("timers");
    assertThat(faults).isEmpty();
    assertThat(table.match(response("HIGH"))).extracting(Match::row).containsExactly(1);
    assertThat(table.match(response("LOW"))).extracting(Match::row).containsExactly(4);
  }

  /** A column that is gone leaves its circle and arrow in the diagram. */
  @Test
  void shouldNotWaitForAnInputThatNoColumnAsksFor() {
    String leftOver =
        SafrFiles.read()
            .files()
            .get(TIMERS)
            .replaceFirst(
                "(<variable id=\"Variable_timers\"[^>]*/>)",
                "$1<informationRequirement id=\"r\"><requiredInput href=\"#old\" />"
                    + "</informationRequirement>")
            .replaceFirst(
                "<inputData ",
                "<inputData id=\"old\" name=\"old\"><variable id=\"v\" name=\"old\""
                    + " typeRef=\"string\" /></inputData>$0");
    List<Fault> faults = new ArrayList<>();
    Table table =
        Tables.compile(PackFiles.of(Map.of(TIMERS, leftOver)), "safr", SafrFiles::domain, faults)
            .get("timers");

    assertThat(leftOver).contains("#old", "id=\"old\"");
    assertThat(faults).isEmpty();
    assertThat(table.match(response("HIGH"))).extracting(Match::row).containsExactly(1);
  }

  private static Map<String, Object> response(String severity) {
    return Map.of(
        "clock", "response", "severity", severity, "responseTime", "high-around-the-clock");
  }

  @Test
  void shouldAnswerNothingForAValueThatNobodyDeclared() {
    Table severity =
        Tables.compile(SafrFiles.read(), "safr", SafrFiles::domain, new ArrayList<>())
            .get("severity");
    assertThat(severity.match(Map.of("impact", "meteorite", "workaround", "none"))).isEmpty();
    assertThat(severity.match(Map.of("impact", "unusable"))).isEmpty();
  }

  @Test
  void shouldProveNumbersOnBothSidesOfEachBound() {
    Function<String, Optional<Domain>> numbers =
        name ->
            Optional.of(
                List.of("impact", "amount").contains(name)
                    ? new Domain.Whole(0, 1_000_000_000_000L)
                    : SafrFiles.codes("none", "some"));
    List<Fault> faults = new ArrayList<>();
    Table table =
        Tables.compile(
                PackFiles.of(Map.of(SEVERITY, numbers("< 4", "[4..10]", "> 10"))),
                "safr",
                numbers,
                faults)
            .get("severity");
    assertThat(faults).isEmpty();
    for (long value : new long[] {0, 3}) {
      assertThat(table.match(Map.of("impact", value, "workaround", "none")))
          .extracting(Match::row)
          .containsExactly(1);
    }
    assertThat(table.match(Map.of("impact", 4L, "workaround", "none")))
        .extracting(Match::row)
        .containsExactly(2);
    assertThat(table.match(Map.of("impact", 999L, "workaround", "none")))
        .extracting(Match::row)
        .containsExactly(3);
    assertThat(table.match(Map.of("impact", -1L, "workaround", "none"))).isEmpty();
    Tables.compile(
        PackFiles.of(Map.of(SEVERITY, numbers("< 4", "(4..10]", "> 10"))), "safr", numbers, faults);
    assertThat(faults)
        .containsExactly(
            new Fault(
                SEVERITY,
                null,
                "Expected a row for every combination, but there is no row for impact = 4, workaround = none or some"));
  }

  /** A table of three rows over a number. */
  private static String numbers(String... cells) {
    StringBuilder rows = new StringBuilder();
    for (String cell : cells) {
      rows.append(
          """
          <rule id="r%1$d"><inputEntry id="i%1$d"><text>%2$s</text></inputEntry><inputEntry id="j%1$d"/>
          <outputEntry id="o%1$d"><text>%1$d</text></outputEntry></rule>
          """
              .formatted(rows.length(), cell.replace("<", "&lt;")));
    }
    return """
        <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="d" name="d" namespace="n">
        <decision id="severity" name="Severity"><decisionTable id="t">
        <input id="a"><inputExpression id="ae" typeRef="number"><text>impact</text></inputExpression></input>
        <input id="b"><inputExpression id="be" typeRef="string"><text>workaround</text></inputExpression></input>
        <output id="o" name="amount" typeRef="number"/>
        %s</decisionTable></decision></definitions>
        """
        .formatted(rows);
  }

  /** A table of so many flags, each with a say. */
  private static String flags(int number) {
    StringBuilder table = new StringBuilder();
    StringBuilder cells = new StringBuilder();
    for (int i = 0; i < number; i++) {
      table.append(
          "<input><inputExpression typeRef='boolean'><text>flag%d</text></inputExpression></input>"
              .formatted(i));
      cells.append("<inputEntry><text>true</text></inputEntry>");
    }
    return """
        <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="d" name="d" namespace="n">
        <decision id="severity" name="Severity"><decisionTable id="t">%s<output name="o"/>
        <rule>%s<outputEntry><text>true</text></outputEntry></rule>
        </decisionTable></decision></definitions>
        """
        .formatted(table, cells);
  }

  private static List<Fault> faults(String file, String part, String by) {
    String text = SafrFiles.read().files().get(file);
    String pressed = text;
    if (part.contains("\"><text>")) {
      pressed = text.replaceAll(">\\s+<text>", "><text>");
    } else if (part.contains("</text> <")) {
      pressed = text.replaceAll("</text>\\s+<", "</text> <");
    }
    assertThat(pressed).contains(part);
    int at = pressed.indexOf(part);
    String broken = pressed.substring(0, at) + by + pressed.substring(at + part.length());
    List<Fault> faults = new ArrayList<>();
    Tables.compile(PackFiles.of(Map.of(file, broken)), "safr", SafrFiles::domain, faults);
    return faults;
  }
}
