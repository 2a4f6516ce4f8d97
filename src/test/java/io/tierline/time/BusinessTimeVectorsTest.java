package io.tierline.time;

import static org.assertj.core.api.Assertions.assertThat;

import io.tierline.time.Countdown.Due;
import io.tierline.time.Pauses.Pause;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Business time as other implementations see it: {@code -Dvectors=FILE} takes another set of the
 * same format, one JSON object a line.
 */
class BusinessTimeVectorsTest {

  private static final String SAMPLE = "src/test/resources/time/vectors-sample.jsonl";

  @Test
  void shouldAgreeWithIndependentImplementations() throws IOException {
    Path file = Path.of(System.getProperty("vectors", SAMPLE));
    List<JsonNode> vectors = new ArrayList<>();
    JsonMapper mapper = JsonMapper.shared();
    Files.readAllLines(file).forEach(line -> vectors.add(mapper.readTree(line)));

    List<String> differing =
        vectors.stream().map(this::difference).filter(d -> !d.isEmpty()).toList();

    System.out.printf(
        "Business time: %d of %d vectors agree%n",
        vectors.size() - differing.size(), vectors.size());
    assertThat(vectors).isNotEmpty();
    assertThat(differing).isEmpty();
  }

  private String difference(JsonNode vector) {
    Countdown countdown =
        new Countdown(
            Instant.parse(vector.get("start").asString()),
            new Budget(calendar(vector), Duration.parse(vector.get("duration").asString())),
            pauses(vector.get("pauses")));
    String found =
        switch (countdown.due()) {
          case Due.At at -> at.due().toString();
          case Due.Never never -> "null";
          case Due.Beyond beyond -> beyond.reason();
        };
    JsonNode expected = vector.get("expected");
    String wanted = expected.isNull() ? "null" : expected.asString();
    return found.equals(wanted)
        ? ""
        : "%s (%s): expected %s, but found %s"
            .formatted(vector.get("id"), vector.get("calendar"), wanted, found);
  }

  private static BusinessCalendar calendar(JsonNode vector) {
    Map<DayOfWeek, List<Shift>> hours = new EnumMap<>(DayOfWeek.class);
    for (DayOfWeek day : DayOfWeek.values()) {
      List<Shift> shifts = new ArrayList<>();
      vector
          .get("hours")
          .path(day.name().substring(0, 3))
          .forEach(s -> shifts.add(Shift.of(s.get(0).asString(), s.get(1).asString())));
      hours.put(day, shifts);
    }
    Set<LocalDate> holidays = new HashSet<>();
    vector.get("holidays").forEach(date -> holidays.add(LocalDate.parse(date.asString())));
    LocalDate start = LocalDate.parse(vector.get("start").asString().substring(0, 10));
    Drafted drafted =
        BusinessCalendar.of(
            new WeeklyHours(
                ZoneId.of(vector.get("zone").asString()),
                hours,
                holidays,
                start.minusYears(1),
                start.plusYears(30)));
    return ((Drafted.Usable) drafted).calendar();
  }

  private static Pauses pauses(JsonNode spans) {
    List<Pause> pauses = new ArrayList<>();
    for (JsonNode span : spans) {
      boolean open = span.get(1).isNull();
      pauses.add(
          new Pause(
              Instant.parse(span.get(0).asString()),
              open ? Instant.MAX : Instant.parse(span.get(1).asString())));
    }
    return new Pauses(pauses);
  }
}
