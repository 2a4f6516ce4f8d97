package io.tierline.policy;

import static io.tierline.policy.Story.at;
import static org.assertj.core.api.Assertions.assertThat;

import io.tierline.timeline.Actor;
import io.tierline.timeline.Timeline;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Dates that were known become others: eight business hours, 9 to 17 o'clock in Los Angeles. */
class CalendarChangedTest {

  private static final Pack PACK = TestPacks.TIGHT;
  private static final String MONDAY = "2026-03-02T12:00:00-08:00";

  @Test
  void shouldReckonARunningClockWithADayToCome() {
    Story story = story();

    assertThat(due(story, MONDAY)).isEqualTo("2026-03-03T20:00:00Z");
    changed(story, "2026-03-02T13:00:00-08:00", Map.of("closed", List.of("2026-03-03")));

    assertThat(due(story, "2026-03-02T13:00:00-08:00")).isEqualTo("2026-03-04T20:00:00Z");
    assertThat(due(story, "2026-03-02T12:59:59-08:00"))
        .as("as it was before")
        .isEqualTo("2026-03-03T20:00:00Z");
    assertThat(clock(story.timeline().knownBy(at(MONDAY)), "2026-03-02T13:00:00-08:00").dueAt())
        .as("as it was known before")
        .isEqualTo("2026-03-03T20:00:00Z");
  }

  @Test
  void shouldReckonARunningClockWithTheDayOfTheChange() {
    Story story = story();
    changed(
        story,
        "2026-03-02T13:00:00-08:00",
        Map.of("days", Map.of("2026-03-02", List.of("09:00-14:00"))));

    assertThat(due(story, "2026-03-02T13:00:00-08:00")).isEqualTo("2026-03-03T23:00:00Z");
  }

  @Test
  void shouldReckonARunningClockWithADayThatIsOver() {
    Story story = story();
    changed(story, "2026-03-03T10:00:00-08:00", Map.of("closed", List.of("2026-03-02")));

    assertThat(due(story, "2026-03-03T10:00:00-08:00")).isEqualTo("2026-03-04T01:00:00Z");
    Explanation told = explained(story, "2026-03-03T10:00:00-08:00");
    assertThat(told.elapsed()).isEqualTo("PT1H");
  }

  @Test
  void shouldTellHowTheCalendarWasChangedInWords() {
    Story story = story();
    changed(
        story,
        "2026-03-02T13:00:00-08:00",
        Map.of(
            "closed",
            List.of("2026-03-03"),
            "days",
            Map.of("2026-03-04", List.of("09:00-14:00", "15:00-16:00"))));

    Explanation told = explained(story, "2026-03-02T14:00:00-08:00");

    assertThat(told.changed()).extracting(change -> change.by().seq()).containsExactly(3L);
    assertThat(told.texts().get("en"))
        .contains("The calendar \"contract\" was changed by ")
        .contains("2026-03-03 closed; 2026-03-04 open 09:00-14:00, 15:00-16:00.");
    assertThat(explained(story, "2026-03-02T12:30:00-08:00").changed()).as("before").isEmpty();
  }

  @Test
  void shouldOpenAHoliday() {
    Story story = new Story();
    story.opened(
        "2026-05-22T12:00:00-07:00",
        "service-down",
        Map.of("agreement", "demo", "terms", PACK.terms("demo").orElseThrow()));
    assertThat(due(story, "2026-05-22T12:00:00-07:00")).isEqualTo("2026-05-26T19:00:00Z");

    changed(story, "2026-05-22T13:00:00-07:00", Map.of("opened", List.of("2026-05-25")));

    assertThat(due(story, "2026-05-22T13:00:00-07:00")).isEqualTo("2026-05-25T19:00:00Z");
  }

  @Test
  void shouldLeaveBrokenWhatIsBroken() {
    Story story = story();
    changed(story, "2026-03-03T12:00:00.001-08:00", Map.of("closed", List.of("2026-03-03")));

    Clock broken = clock(story.timeline(), "2026-03-03T12:00:00.001-08:00");
    assertThat(broken.breached()).isTrue();
    assertThat(broken.dueAt()).isEqualTo("2026-03-03T20:00:00Z");
    assertThat(broken.why().reason()).isNull();

    Story inTime = story();
    changed(inTime, "2026-03-03T12:00:00-08:00", Map.of("closed", List.of("2026-03-03")));
    assertThat(clock(inTime.timeline(), "2026-03-03T12:00:00.001-08:00").state())
        .isEqualTo(ClockState.RUNNING);
  }

  @Test
  void shouldLeaveMetWhatWasMetAlthoughADayLessWouldHaveBrokenIt() {
    Story story = story();
    changed(story, "2026-03-02T12:30:00-08:00", Map.of("closed", List.of("2026-03-03")));
    story.add("2026-03-04T11:00:00-08:00", "agent/L3", "replied");
    changed(story, "2026-03-04T12:00:00-08:00", Map.of("opened", List.of("2026-03-03")));

    Clock met = clock(story.timeline(), "2026-03-04T12:00:00-08:00");

    assertThat(met.state()).isEqualTo(ClockState.MET);
    assertThat(met.dueAt()).isEqualTo("2026-03-04T20:00:00Z");
  }

  @Test
  void shouldBreakAtOnceWhatTheChangeLeavesNoTime() {
    Story story = story();
    changed(story, "2026-03-02T12:30:00-08:00", Map.of("closed", List.of("2026-03-03")));
    changed(story, "2026-03-04T10:00:00-08:00", Map.of("opened", List.of("2026-03-03")));

    assertThat(clock(story.timeline(), "2026-03-04T09:59:59-08:00").breached()).isFalse();
    Clock broken = clock(story.timeline(), "2026-03-04T10:00:00-08:00");
    assertThat(broken.breached()).isTrue();
    assertThat(broken.dueAt()).isEqualTo("2026-03-03T20:00:00Z");
  }

  @Test
  void shouldSayThatTheCalendarWasChanged() {
    Story story = story();
    changed(story, "2026-03-02T13:00:00-08:00", Map.of("closed", List.of("2026-03-03")));

    Clock clock = clock(story.timeline(), "2026-03-02T13:00:00-08:00");
    assertThat(clock.why().reason())
        .isEqualTo(
            "It is reckoned with 'contract' as it was changed at 2026-03-02T21:00:00Z (entry 3):"
                + " 2026-03-03 closed");
    Explanation told = explained(story, "2026-03-02T13:00:00-08:00");
    assertThat(told.clock().why().reason()).isEqualTo(clock.why().reason());
    assertThat(told.closed().holidays()).extracting(Object::toString).contains("2026-03-03");
  }

  @Test
  void shouldLeaveElapsedTimeAlone() {
    Story story = new Story();
    story.opened(
        MONDAY,
        "service-down",
        Map.of("agreement", "demo", "terms", PACK.terms("demo").orElseThrow()));
    Instant now = at("2026-03-02T13:00:00-08:00");
    Clock before = TestPacks.SHIPPED.judge(story.timeline(), now).clock("response").orElseThrow();
    changed(story, "2026-03-02T13:00:00-08:00", Map.of("closed", List.of("2026-03-02")));

    assertThat(TestPacks.SHIPPED.judge(story.timeline(), now).clock("response")).contains(before);
  }

  @Test
  void shouldNotGuessWhatAChangeMeans() {
    for (Map<String, Object> nonsense :
        List.<Map<String, Object>>of(
            Map.of("closed", List.of("2099-01-01")),
            Map.of("closed", List.of("tomorrow")),
            Map.of("clothed", List.of("2026-03-03")),
            Map.of())) {
      Story story = story();
      changed(story, "2026-03-02T13:00:00-08:00", nonsense);
      Clock clock = clock(story.timeline(), "2026-03-02T13:00:00-08:00");
      assertThat(clock.state()).as(nonsense.toString()).isEqualTo(ClockState.UNKNOWN);
      assertThat(clock.why().reason()).startsWith("Expected");
    }
  }

  @Test
  void shouldBeTakenFromTierlineItselfIfItMakesSense() {
    Timeline timeline = story().timeline();

    assertThat(admitted(timeline, "system", Map.of("closed", List.of("2026-03-03"))))
        .isInstanceOf(Admission.Admitted.class);
    assertThat(admitted(timeline, "agent/L3", Map.of("closed", List.of("2026-03-03"))))
        .isInstanceOf(Admission.Refused.class);
    for (Map<String, Object> nonsense :
        List.<Map<String, Object>>of(
            Map.of("closed", List.of("2028-01-01")),
            Map.of("closed", List.of("2026-03-03"), "opened", List.of("2026-03-03")),
            Map.of("calendar", "always", "closed", List.of("2026-03-03")),
            Map.of("calendar", "nights", "closed", List.of("2026-03-03")),
            Map.of())) {
      assertThat(admitted(timeline, "system", nonsense))
          .as(nonsense.toString())
          .isInstanceOfSatisfying(
              Admission.Refused.class,
              refused -> assertThat(refused.reason()).startsWith("Expected"));
    }
  }

  private static Admission admitted(Timeline timeline, String by, Map<String, Object> dates) {
    Proposal proposal = new Proposal(Actor.of(by), "calendar-changed", null, null, contract(dates));
    return PACK.admit(timeline, proposal, at("2026-03-02T13:00:00-08:00"));
  }

  private static Story story() {
    Story story = new Story();
    story.opened(
        MONDAY,
        "service-down",
        Map.of("agreement", "demo", "terms", PACK.terms("demo").orElseThrow()));
    return story;
  }

  private static void changed(Story story, String at, Map<String, Object> dates) {
    story.add(at, "system", "calendar-changed", contract(dates));
  }

  private static Map<String, Object> contract(Map<String, Object> dates) {
    Map<String, Object> data = new java.util.HashMap<>(Map.of("calendar", "contract"));
    data.putAll(dates);
    return data;
  }

  private static Instant due(Story story, String at) {
    return clock(story.timeline(), at).dueAt();
  }

  private static Clock clock(Timeline timeline, String at) {
    return PACK.judge(timeline, at(at)).clock("response").orElseThrow();
  }

  private static Explanation explained(Story story, String at) {
    Question question = new Question("response", null, entry -> true);
    return ((Explained.Told) PACK.explain(story.timeline(), question, at(at))).explanation();
  }
}
