package io.tierline.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.tierline.timeline.Entry;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ObservedTest {

  @Test
  void shouldKeepTheCalendarsOnRecordWhenAnotherOneComes() {
    Story story = new Story();
    observed(story, "2026-03-02T10:00:00Z", Map.of("contract", "first", "night", "first"));
    observed(story, "2026-03-03T10:00:00Z", Map.of("weekend", "later", "night", "later"));

    List<Entry> entries = story.timeline().entries();

    assertThat(Observed.of(entries, Map.of()).terms())
        .containsEntry(
            "calendars", Map.of("contract", "first", "night", "later", "weekend", "later"))
        .containsEntry("route", "direct");
  }

  private static void observed(Story story, String at, Map<String, Object> calendars) {
    story.add(
        at,
        "system",
        "observed",
        Map.of("terms", Map.of("route", "direct", "calendars", calendars)));
  }
}
