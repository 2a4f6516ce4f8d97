package io.tierline.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.tierline.policy.Compilation;
import io.tierline.policy.Compilation.Compiled;
import io.tierline.policy.Compilation.Rejected;
import io.tierline.policy.Explained;
import io.tierline.policy.Explained.Told;
import io.tierline.policy.Fault;
import io.tierline.policy.Pack;
import io.tierline.policy.PackFiles;
import io.tierline.policy.Question;
import io.tierline.timeline.Actor;
import io.tierline.timeline.Entry;
import io.tierline.timeline.Kinds;
import io.tierline.timeline.Timeline;
import io.tierline.timeline.Visibility;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a pack decides by itself, and what its tables and triggers may ask about. */
class OwnDecisionsTest {

  private static final Path FOLDER = Path.of("src/test/resources/own-decisions");
  private static final PackFiles FILES =
      PlainTables.pack("own-decisions", read("policy.yaml"), read("tables.txt"));

  @TestFactory
  Stream<DynamicTest> shouldHold() {
    return CaseFile.read(FOLDER.resolve("cases.yaml")).cases().stream()
        .map(
            example ->
                DynamicTest.dynamicTest(
                    example.name(),
                    () -> {
                      Map<String, String> readings =
                          Objects.requireNonNullElse(example.readings(), Map.of());
                      Pack pack = PackFolder.compiled(PackFolder.with(FILES, readings));
                      assertThat(PureRun.run(pack, example, "plain")).isEmpty();
                    }));
  }

  @Test
  void shouldMissATimeOfTheContractAlsoWhereAnAssessmentDecidesWhatIsPromised() {
    String tables =
        Pattern.compile("(?m)^((?:response|resolution|repair|info-wait) .*) ->")
            .matcher(read("tables.txt"))
            .replaceAll("$1 - ->")
            .replace("bypass severity -> amount", "bypass severity warranty -> amount");
    String policy = read("policy.yaml");
    String lacking =
        policy.replace("HIGH: {amount: 4, unit: hours, calendar: always}", "MEDIUM: {unit: none}");

    assertThat(Pack.compile(PlainTables.pack("own-decisions", policy, tables)))
        .isInstanceOf(Compiled.class);
    assertThat(
            ((Rejected) Pack.compile(PlainTables.pack("own-decisions", lacking, tables))).faults())
        .extracting(Fault::where)
        .containsExactly("agreements.plain.times");
  }

  @Test
  void shouldTellUnderWhichConditionsSomethingWouldMoveAClock() {
    Instant opened = Instant.parse("2026-03-02T10:00:00Z");
    Pack pack = PackFolder.compiled(FILES);
    Timeline timeline =
        Timeline.of(
            new Entry(
                1,
                opened,
                opened,
                Actor.of("customer"),
                Kinds.OPENED,
                Visibility.ALL,
                Map.of(
                    "agreement",
                    "plain",
                    "type",
                    "bug",
                    "fields",
                    Map.of("symptom", "login", "bypass", false))),
            new Entry(
                2,
                opened,
                opened,
                Actor.system(),
                Kinds.OBSERVED,
                Visibility.VENDOR,
                Map.of("terms", pack.terms("plain").orElseThrow(), "source", "agreement")));
    Explained explained =
        pack.explain(timeline, new Question("response", null, entry -> true), opened);

    String text = ((Told) explained).explanation().texts().get("en");
    assertThat(text).contains("(if confirmsBy: machine)");
    assertThat(text.lines().filter(line -> line.contains("(if "))).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "HIGH: {amount: 4, unit: hours, calendar: always} | MEDIUM: {} | agreements.plain.times",
        "{amount: 4, unit: hours, calendar: always} | {amount: 4, unit: teas} | agreements.plain.times",
        "LOW: {unit: none} | LOWER: {unit: none} | agreements.plain.times",
        "if: {severity: [LOW]} | if: {severity: [LOWEST]} | pauses.customer.from.if.severity",
        "if: {severity: [LOW]} | if: {weather: [fine]} | pauses.customer.from.if.weather",
        "if: {confirmsBy: machine} | if: {complete: true} | clocks.response.stop.if.complete",
        "where: {severity: LOW} | where: {severity: TINY} | states.confirmed.values.LOW.where.severity",
        "input: silence | input: symptom | symptom",
        "severity-change: keep | severity-change: keep\\n    input: silence | silence",
        "input: confirmsBy | input: provisional | provisional",
        "warranty: | timers: | assessments.timers",
        "input: confirmsBy | input: route | route",
        "'rest: {en: REST}, ' | '' | opening.channel.values",
        "above: 15 | above: much | facts.minutesUsed.above",
      })
  void shouldNameWhatNobodyCouldDecide(String text, String instead, String where) {
    String policy = read("policy.yaml");
    assertThat(policy).contains(text);

    Compilation compilation =
        Pack.compile(
            PlainTables.pack(
                "own-decisions",
                policy.replace(text, instead.replace("\\n", "\n")),
                read("tables.txt")));

    assertThat(compilation).isNotInstanceOf(Compiled.class);
    assertThat(((Rejected) compilation).faults()).extracting(Fault::where).contains(where);
  }

  private static String read(String file) {
    try {
      return Files.readString(FOLDER.resolve(file));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
