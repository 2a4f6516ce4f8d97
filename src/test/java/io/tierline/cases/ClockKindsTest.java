package io.tierline.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.tierline.policy.Compilation;
import io.tierline.policy.Compilation.Compiled;
import io.tierline.policy.Compilation.Rejected;
import io.tierline.policy.Fault;
import io.tierline.policy.Pack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every kind of clock that the vendors need can be said as data: a pack that declares each, and a
 * case for both sides of its number.
 */
class ClockKindsTest {

  private static final Path FOLDER = Path.of("src/test/resources/clock-kinds");
  private static final String POLICY = read("policy.yaml");
  private static final String TABLES = read("tables.txt");

  @TestFactory
  Stream<DynamicTest> shouldBeSaidAsData() {
    Pack pack = ((Compiled) compiled("", "")).pack();
    return CaseFile.read(FOLDER.resolve("cases.yaml")).cases().stream()
        .map(
            example ->
                DynamicTest.dynamicTest(
                    example.name(),
                    () -> assertThat(PureRun.run(pack, example, "plain")).isEmpty()));
  }

  @Test
  void shouldHaveACaseOfEachKind() {
    List<String> names =
        CaseFile.read(FOLDER.resolve("cases.yaml")).cases().stream()
            .map(example -> example.name().split(" ")[0])
            .distinct()
            .toList();

    assertThat(names)
        .containsExactlyInAnyOrder(
            "RESPONSE",
            "NEXT_REACTION",
            "WORKAROUND",
            "RESOLUTION",
            "UPDATE",
            "FIX_NOTICE",
            "INFO_WAIT",
            "FEEDBACK_WAIT",
            "RESTORE",
            "CLAIM_WINDOW",
            "CREDIT_ISSUE",
            "MAINT_NOTICE",
            "SECRET_PURGE",
            "ESTIMATE_APPROVAL",
            "RETENTION");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // an instant that an entry need not give
        "begins: {type: instant, required: true}}}\\n"
            + "  maintenance-moved | begins: {type: instant}}}\\n"
            + "  maintenance-moved | clocks.maint-notice.start.before",
        "{on: [restored], at: ended} | {on: [restored], at: began} | clocks.claim-window.start.at",
        "{on: [restored], at: ended} | {enters: L2, at: ended} | clocks.claim-window.start.at",
        "stop: {on: [credit-issued]} | stop: {on: [credit-claimed], at: periodEnds} |"
            + " clocks.credit-issue.stop",
        "to: {on: [information-provided, closed]} | to: {on: [restored], at: ended} |"
            + " pauses.customer.to",
        "stop: {on: [maintenance-announced]} | stop: {on: [maintenance-announced]}\\n"
            + "    pauses: [customer] | clocks.maint-notice.pauses",
        "stop: {on: [maintenance-announced]} | stop: {on: [maintenance-announced]}\\n"
            + "    resume: {on: [reopened]} | clocks.maint-notice.resume",
      })
  void shouldNameAnInstantThatNobodyCouldTellOrMove(String text, String instead, String where) {
    Compilation compilation = compiled(text.replace("\\n", "\n"), instead.replace("\\n", "\n"));

    assertThat(compilation).isInstanceOf(Rejected.class);
    assertThat(((Rejected) compilation).faults()).extracting(Fault::where).containsOnly(where);
  }

  private static Compilation compiled(String text, String instead) {
    assertThat(POLICY).contains(text);
    return Pack.compile(PlainTables.pack("clock-kinds", POLICY.replace(text, instead), TABLES));
  }

  private static String read(String file) {
    try {
      return Files.readString(FOLDER.resolve(file));
    } catch (IOException failed) {
      throw new java.io.UncheckedIOException(failed);
    }
  }
}
