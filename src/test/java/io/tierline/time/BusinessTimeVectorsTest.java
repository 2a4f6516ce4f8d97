package io.tierline.time;

import static org.assertj.core.api.Assertions.assertThat;

import io.tierline.time.Countdown.Due;
import io.tierline.time.VectorReader.Malformed;
import io.tierline.time.VectorReader.Vector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Business time as other implementations see it: {@code -Dvectors=FILE} takes another set of the
 * same format, one JSON object a line.
 */
class BusinessTimeVectorsTest {

  private static final Path SAMPLE = Path.of("src/test/resources/time/vectors-sample.jsonl");

  private final List<String> wrong = new ArrayList<>();
  private int vectors;

  @Test
  void shouldAgreeWithIndependentImplementations() throws IOException {
    Path file = Path.of(System.getProperty("vectors", SAMPLE.toString()));
    assertThat(file).as("a file of vectors").isRegularFile();

    compare(Files.readAllLines(file));

    System.out.printf("Business time: %d of %d vectors agree%n", vectors - wrong.size(), vectors);
    assertThat(wrong).isEmpty();
    assertThat(vectors).as("vectors").isPositive();
  }

  @Test
  void shouldNameTheLineThatDiffers() throws IOException {
    String line = Files.readAllLines(SAMPLE).getFirst();

    compare(List.of(line, "", line.replaceAll("\"expected\":\"[^\"]*\"", "\"expected\":null")));

    assertThat(vectors).isEqualTo(2);
    assertThat(wrong).singleElement().asString().startsWith("line 3: ").contains("expected null");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "^.*$ | [1 | Expected a JSON object, but found ",
        "^.*$ | 5 | Expected a JSON object, but found 5",
        "\"zone\":\"[^\"]*\" | \"zone\":\"Mars\" | Expected 'zone' to be a time zone",
        "\"start\":\"[^\"]*\", | \"star\":1, | Expected 'start' to be an instant",
        "\"start\":\"[^\"]*\" | \"start\":\"noon\" | Expected 'start' to be an instant",
        "\"duration\":\"[^\"]*\" | \"duration\":\"8h\" | Expected 'duration' to be a duration",
        "\"duration\":\"[^\"]*\" | \"duration\":\"PT-8H\" | Expected 'duration' to be zero",
        "\"MON\" | \"MOON\" | Expected a weekday of MON,",
        "\"MON\":\\[\\[\"00:00\" | \"MON\":[[\"8\" | Expected open hours such as",
        "\"hours\" | \"hour\" | Expected 'hours' to be a mapping",
        "\"holidays\":\\[\\] | \"holidays\":[\"24.12.\"] | Expected a date such as",
        "\"holidays\":\\[\\] | \"holidays\":{} | Expected 'holidays' to be a list",
        "\"pauses\":\\[\\] | \"pauses\":[[]] | Expected a pause of two instants",
        "\"pauses\":\\[\\] | \"pauses\":[[null,null]] | Expected a pause that begins",
        "\"expected\":\"[^\"]*\", | \"due\":1, | Expected 'expected' to be null or an instant",
      })
  void shouldNameTheLineThatCantBeReadAndWhatWasExpected(
      String part, String instead, String expected) throws IOException {
    String line = Files.readAllLines(SAMPLE).getFirst();
    String malformed = line.replaceFirst(part, instead);
    assertThat(malformed).isNotEqualTo(line);

    compare(List.of(line, malformed));

    assertThat(wrong).singleElement().asString().startsWith("line 2: " + expected.strip());
  }

  private void compare(List<String> lines) {
    VectorReader reader = new VectorReader();
    for (int i = 0; i < lines.size(); i++) {
      if (!lines.get(i).isBlank()) {
        vectors++;
        compare(reader, i + 1, lines.get(i));
      }
    }
  }

  private void compare(VectorReader reader, int number, String line) {
    try {
      Vector vector = reader.read(line);
      String found = found(vector.countdown());
      if (!found.equals(vector.expected())) {
        wrong.add(
            "line %d: %s: expected %s, but found %s"
                .formatted(number, vector.name(), vector.expected(), found));
      }
    } catch (Malformed malformed) {
      wrong.add("line %d: %s".formatted(number, malformed.getMessage()));
    }
  }

  private static String found(Countdown countdown) {
    return switch (countdown.due()) {
      case Due.At at -> at.due().toString();
      case Due.Never never -> "null";
      case Due.Beyond beyond -> beyond.reason();
    };
  }
}
