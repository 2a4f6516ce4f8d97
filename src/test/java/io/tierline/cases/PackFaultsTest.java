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
  void shouldRefuseAReadingThatTheJudgeDoesNotKnow() {
    assertThat(faults("{value: on-workaround,", "{value: whenever,"))
        .contains("readings.severity.redecide");
  }

  @Test
  void shouldRefuseAChoiceBetweenReadingsThatNothingImplements() {
    assertThat(faults("{recorded: notice-duty,", "{value: notice-duty,"))
        .contains("readings.clock.FIX_NOTICE.value");
    assertThat(faults("{recorded: notice-duty,", "{recorded: notice-duty, value: on-time,"))
        .contains("readings.clock.FIX_NOTICE.value");
  }

  @Test
  void shouldRefuseToHideWhatTurnsAClock() {
    assertThat(faults("replied: {text: true", "replied: {may-be-hidden: true, text: true"))
        .contains("kinds.replied");
    assertThat(faults("resumed: {text: true", "resumed: {visibility: vendor, text: true"))
        .contains("kinds.resumed");
  }

  @Test
  void shouldMissADecision() {
    Map<String, String> files = new HashMap<>(FILES);
    files.remove("dmn/safr/timers.dmn");

    assertThat(rejected(files)).extracting(Fault::file).contains("dmn/safr/timers.dmn");
  }

  private static List<String> faults(String text, String instead) {
    Map<String, String> files = new HashMap<>(FILES);
    assertThat(files.get(POLICY)).contains(text);
    files.computeIfPresent(POLICY, (path, yaml) -> yaml.replace(text, instead));
    return rejected(files).stream().map(Fault::where).toList();
  }

  private static List<Fault> rejected(Map<String, String> files) {
    Compilation compilation = Pack.compile(PackFiles.of(files));
    assertThat(compilation).isInstanceOf(Rejected.class);
    return ((Rejected) compilation).faults();
  }
}
