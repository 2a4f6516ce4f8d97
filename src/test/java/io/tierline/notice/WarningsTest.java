package io.tierline.notice;

import static org.assertj.core.api.Assertions.assertThat;

import io.tierline.timeline.Actor;
import io.tierline.timeline.Entry;
import io.tierline.timeline.Kinds;
import io.tierline.timeline.Visibility;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WarningsTest {

  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
  private static final Map<String, Object> FIRST = round("update", 1, "10:00");
  private static final Map<String, Object> SECOND = round("update", 2, "11:00");
  private static final Map<String, Object> RESPONSE = round("response", 1, "10:00");

  private final List<Entry> told =
      List.of(
          entry(1, 0, Kinds.REMINDER_REACHED, FIRST),
          entry(2, 1, Kinds.DEADLINE_REACHED, Map.of("breaches", List.of(FIRST))),
          entry(3, 1, Kinds.INCIDENT_DECLARED, called(FIRST)),
          entry(4, 2, Kinds.DEADLINE_REACHED, Map.of("breaches", List.of(RESPONSE))),
          entry(5, 2, Kinds.INCIDENT_DECLARED, Map.of("callout", "response-overdue")),
          entry(6, 3, Kinds.DEADLINE_REACHED, Map.of("breaches", List.of(SECOND))),
          entry(7, 3, Kinds.INCIDENT_DECLARED, called(SECOND)));

  @Test
  void shouldBeThoseOfTheVeryBreachThatIsTakenBack() {
    assertThat(warnings(FIRST)).containsExactly(2L, 3L);
    assertThat(warnings(SECOND)).containsExactly(6L, 7L);
  }

  @Test
  void shouldKnowARoundByItsStartWhateverNumberItHasNow() {
    assertThat(warnings(round("update", 3, "11:00"))).containsExactly(6L, 7L);
    assertThat(warnings(Map.of("clock", "update", "round", 1))).containsExactly(2L, 3L);
  }

  @Test
  void shouldTakeACalloutThatNamesNoClockForThatOfTheBreachRecordedWithIt() {
    assertThat(warnings(RESPONSE)).containsExactly(4L, 5L);
  }

  private List<Long> warnings(Map<String, Object> withdrawn) {
    Entry entry = entry(8, 9, Kinds.BREACH_WITHDRAWN, Map.of("breaches", List.of(withdrawn)));
    return Warnings.of(entry).among(told).stream().map(Entry::seq).toList();
  }

  private static Map<String, Object> round(String clock, int round, String start) {
    return Map.of("clock", clock, "round", round, "startedAt", "2026-03-02T" + start + ":00Z");
  }

  private static Map<String, Object> called(Map<String, Object> round) {
    Map<String, Object> facts = new java.util.HashMap<>(round);
    facts.put("callout", "update-overdue");
    return facts;
  }

  private static Entry entry(long seq, int minutes, String kind, Map<String, Object> data) {
    Instant at = NOON.plusSeconds(60L * minutes);
    return new Entry(seq, at, at, Actor.system(), kind, Visibility.ALL, data);
  }
}
