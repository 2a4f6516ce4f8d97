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

/** What is wrong with a pack that orders its queue. */
class QueueFaultsTest {

  private static final String POLICY = "rules/aggregion/policy.yaml";
  private static final String TIMERS = "dmn/aggregion/timers.dmn";
  private static final String LANES =
      "\"by-deadline\", \"operational\", \"standard\", \"consulting\", \"development\"";
  private static final Map<String, String> FILES =
      new PackFolder(Path.of("")).files("aggregion").files();

  @Test
  void shouldNameAnAssessmentThatThereIsNot() {
    assertThat(reason(POLICY, "  by: lane\n", "  by: line\n", "queue.by")).contains("'line'");
  }

  @Test
  void shouldNameTheLanesThatLackOrAnswerToNothing() {
    assertThat(reason(POLICY, "    standard: {order", "    standards: {order", "queue.lanes"))
        .contains("standards", "standard,");
  }

  @Test
  void shouldNameTheOrdersThatThereAre() {
    assertThat(
            reason(
                POLICY,
                "standard: {order: arrival",
                "standard: {order: alphabet",
                "queue.lanes.standard.order"))
        .contains("arrival", "deadline", "alphabet");
  }

  @Test
  void shouldAskForNothingThatIsAnsweredLast() {
    assertThat(
            reasons(
                Map.of(
                    TIMERS,
                    FILES
                        .get(TIMERS)
                        .replace("secrets", "lane")
                        .replace("\"none\", \"requested\", \"exchanged\"", LANES)
                        .replace("\"exchanged\"", "\"standard\"")),
                "lane"))
        .contains("Expected an input that is known when this is decided, but found 'lane'");
    assertThat(
            reason(
                POLICY,
                "if: {reactionBy: automatic-confirmation}",
                "if: {lane: standard}",
                "states.reply.given.if.lane"))
        .contains("lane");
  }

  @Test
  void shouldNotKnowTheSeverityBeforeItIsDecided() {
    assertThat(reason(POLICY, "    last: true\n", "", "severity")).contains("known");
  }

  private static String reason(String file, String from, String to, String where) {
    String text = FILES.get(file);
    assertThat(text).contains(from);
    return reasons(Map.of(file, text.replace(from, to)), where);
  }

  private static String reasons(Map<String, String> edited, String where) {
    Map<String, String> files = new HashMap<>(FILES);
    files.putAll(edited);
    Compilation compiled = Pack.compile(PackFiles.of(files));
    assertThat(compiled).isInstanceOf(Rejected.class);
    List<Fault> faults = ((Rejected) compiled).faults();
    assertThat(faults).anyMatch(fault -> String.valueOf(fault.where()).contains(where));
    return faults.toString();
  }
}
