package io.tierline.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.tierline.policy.Compilation;
import io.tierline.policy.Compilation.Rejected;
import io.tierline.policy.Fault;
import io.tierline.policy.Pack;
import io.tierline.policy.PackFiles;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PackFaultsTest {

  private static final String POLICY = "rules/safr/policy.yaml";
  private static final Map<String, String> FILES =
      new PackFolder(Path.of("")).files("safr").files();

  @Test
  void shouldNameAMisspeltKeyByItsPath() {
    assertThat(faults("severity-change: earliest", "severity-chance: earliest"))
        .contains("clocks.response.severity-chance");
  }

  @Test
  void shouldNameAKindThatThePackDoesNotDeclare() {
    assertThat(faults("from: {on: [held]", "from: {on: [hold]").toString())
        .contains("pauses.customer-failure.from.on");
  }

  @Test
  void shouldRefuseAKeyThatStandsTwice() {
    assertThat(faults("language: es", "language: es\nlanguage: en"))
        .anyMatch(w -> w.startsWith("line"));
  }

  @Test
  void shouldRefuseAnUnknownZoneAndImpossibleHours() {
    assertThat(faults("zone: Europe/Madrid", "zone: Europe/Atlantis"))
        .contains("agreements.demo-boreal.calendars.contract.zone");
    assertThat(faults("\"08:00-14:00\"", "\"8-14\""))
        .contains("agreements.demo-boreal.calendars.contract.hours.MON");
  }

  @Test
  void shouldRefuseHolidaysThatAreNotPinnedAndADateThatIsClosedAndOpen() {
    String list = "holidays: [\"2026-01-01\", \"2026-12-25\", \"2027-01-01\", \"2027-12-25\"]";
    String calendar = "agreements.demo-boreal.calendars.contract";
    assertThat(faults(list, "holidays: {country: ES, edition: latest}"))
        .contains(calendar + ".holidays");
    assertThat(faults(list, "holidays: {country: ES, edition: 2026-11, evs: true}"))
        .contains(calendar + ".holidays.evs");
    assertThat(faults(list, "holidays: {country: ES, edition: 2026-11, except: [2026-12-24]}"))
        .contains(calendar + ".holidays.except");
    assertThat(faults(list, "closures: [2028-01-01]")).contains(calendar + ".closures");
    assertThat(faults(list, list + "\n        days: {2026-12-25: [\"08:00-12:00\"]}"))
        .contains(calendar);
  }

  @Test
  void shouldRefuseATierWhoseCalendarIsNotDeclared() {
    assertThat(faults("    calendar: contract\n", "    calendar: moon\n"))
        .contains("tiers.L3.calendar");
  }

  @Test
  void shouldRefuseAFieldThatNobodyWeKnowMaySay() {
    assertThat(faults("  category:\n", "  category:\n    by: [agent/L2]\n"))
        .contains("fields.category.by");
  }

  @Test
  void shouldRefuseATurnOfNobodyWeKnow() {
    assertThat(faults("turn: customer", "turn: everybody"))
        .contains("pauses.customer-failure.turn");
  }

  @Test
  void shouldRefuseAReadingThatTheJudgeDoesNotKnow() {
    assertThat(faults("{value: on-workaround,", "{value: whenever,"))
        .contains("readings.severity.redecide");
  }

  @Test
  void shouldRefuseAChoiceBetweenReadingsThatNothingImplements() {
    assertThat(faults("{recorded: every-change,", "{value: every-change,"))
        .contains("readings.policy.noticeRule.value");
    assertThat(faults("{recorded: every-change,", "{recorded: every-change, value: on-time,"))
        .contains("readings.policy.noticeRule.value");
  }

  @Test
  void shouldRefuseToHideWhatTurnsAClock() {
    assertThat(faults("replied: {text: true", "replied: {may-be-hidden: true, text: true"))
        .contains("kinds.replied");
    assertThat(faults("resumed: {text: true", "resumed: {visibility: vendor, text: true"))
        .contains("kinds.resumed");
  }

  @Test
  void shouldRefuseWhatWouldNeverHappen() {
    assertThat(faults("where: {reason: customer-failure}", "where: {raeson: customer-failure}"))
        .contains("pauses.customer-failure.from.where.raeson");
    assertThat(faults("where: {reason: customer-failure}", "where: {reason: customer-failur}"))
        .contains("pauses.customer-failure.from.where.reason");
    assertThat(faults("to: {on: [resumed, returned, closed]}", "to: {on: []}"))
        .contains("pauses.customer-failure.to");
    assertThat(faults("    recurring: true\n", "")).contains("clocks.update.restart");
    assertThat(faults("closed: {on: [closed]}", "closed: {on: [closed, answered]}"))
        .contains("statuses");
    assertThat(
            faults(
                "      contract:\n        zone: Europe", "      contarct:\n        zone: Europe"))
        .contains("agreements.demo-boreal.calendars");
  }

  @Test
  void shouldRefuseAVersionThatYamlTakesForANumber() {
    assertThat(faults("version: \"2020-10-02-5\"", "version: 1.10")).contains("version");
  }

  @Test
  void shouldSayThatAFileIsEmptyOrEndless() {
    Map<String, String> files = new HashMap<>(FILES);
    files.put(POLICY, "# nothing yet\n");
    assertThat(rejected(files))
        .extracting(Fault::reason)
        .containsExactly("Expected a pack, but the file is empty");
    files.put(POLICY, "pack: &it {self: *it}\n");
    assertThat(rejected(files))
        .extracting(Fault::reason)
        .first()
        .asString()
        .contains("goes deeper");
  }

  @Test
  void shouldRefuseFewAliasesThatStandForMillionsOfValues() {
    StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
    for (int level = 1; level < 10; level++) {
      String five = "*a%d, ".formatted(level - 1).repeat(5);
      bomb.append("a%d: &a%d [%s]\n".formatted(level, level, five));
    }
    Map<String, String> files = new HashMap<>(FILES);
    files.put(POLICY, bomb.toString());
    assertThat(rejected(files)).extracting(Fault::reason).first().asString().contains("aliases");
    files.put(POLICY, bomb + "? *a9\n: key\n");
    assertThat(rejected(files)).hasSize(1);
    files.put(POLICY, "pack: " + "[".repeat(100_000));
    assertThat(rejected(files)).extracting(Fault::reason).first().asString().contains("deeper");
  }

  @Test
  void shouldRefuseATableThatAnswersNothingTheJudgeReads() {
    assertThat(
            faultsOf(
                "dmn/safr/severity.dmn", "name=\"severity\" typeRef", "name=\"severty\" typeRef"))
        .contains("outputs");
    assertThat(
            faultsOf(
                "dmn/safr/severity.dmn",
                "<decisionTable id",
                "<decisionTable hitPolicy=\"COLLECT\" id"))
        .contains("hit policy");
  }

  @Test
  void shouldRefuseAnAmountThatIsNone() {
    for (String amount : List.of("4.5", "-4", "\"4\"", "999999999999999")) {
      assertThat(faultsOf("dmn/safr/timers.dmn", "<text>4</text>", "<text>" + amount + "</text>"))
          .as(amount)
          .contains("row 1, output Amount");
    }
  }

  @Test
  void shouldRefuseAnInputThatIsOnlyKnownLater() {
    assertThat(faultsOf("dmn/safr/tier.dmn", "level1Checked", "complete")).contains("complete");
  }

  @Test
  void shouldMissADecision() {
    Map<String, String> files = new HashMap<>(FILES);
    files.remove("dmn/safr/timers.dmn");

    assertThat(rejected(files)).extracting(Fault::file).contains("dmn/safr/timers.dmn");
  }

  private static List<String> faults(String text, String instead) {
    return faultsOf(POLICY, text, instead);
  }

  private static List<String> faultsOf(String file, String text, String instead) {
    Map<String, String> files = new HashMap<>(FILES);
    assertThat(files.get(file)).contains(text);
    files.computeIfPresent(file, (path, content) -> content.replace(text, instead));
    return rejected(files).stream().map(Fault::where).toList();
  }

  private static List<Fault> rejected(Map<String, String> files) {
    Compilation compilation = Pack.compile(PackFiles.of(files));
    assertThat(compilation).isInstanceOf(Rejected.class);
    return ((Rejected) compilation).faults();
  }
}
