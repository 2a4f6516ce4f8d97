package io.tierline.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a callout is: one for each code and round, from when the table first asks for it. */
class CalloutsTest {

  private static final EditedPack REMINDING =
      EditedPack.shipped()
          .policy(
              "    clauses: [SA-060, SA-068]",
              "    clauses: [SA-060, SA-068]\n    reminders: {half: {share: 50}}");
  private static final Pack SAME =
      REMINDING
          .callouts(
              "\"response\" | false | \"half\" | \"response-overdue\"",
              "\"response\" | true | - | \"response-overdue\"")
          .pack();
  private static final Pack ANOTHER =
      REMINDING
          .callouts(
              "\"response\" | false | \"half\" | \"response-overdue\"",
              "\"response\" | true | - | \"update-overdue\"")
          .pack();

  private final Story story = new Story();

  @Test
  void shouldNotCallAgainForABreachWhoWasCalledByItsReminder() {
    story.opened("2026-03-02T10:00:00Z", "service-down");
    assertThat(open(SAME, "2026-03-02T11:59:59Z")).isEmpty();
    assertThat(open(SAME, "2026-03-02T12:00:00Z")).containsExactly("response-overdue");
    answer("2026-03-02T12:30:00Z", "response-overdue");

    assertThat(open(SAME, "2026-03-02T13:00:00Z")).isEmpty();
    assertThat(open(SAME, "2026-03-02T15:00:00Z")).isEmpty();
    assertThat(SAME.judge(story.timeline(), Story.at("2026-03-02T15:00:00Z")).callouts())
        .extracting(Callout::since)
        .containsExactly(Story.at("2026-03-02T12:00:00Z"));
  }

  @Test
  void shouldCallForABreachIfTheTableNamesAnotherCalloutThen() {
    story.opened("2026-03-02T10:00:00Z", "service-down");
    answer("2026-03-02T12:30:00Z", "response-overdue");

    assertThat(open(ANOTHER, "2026-03-02T13:00:00Z")).isEmpty();
    assertThat(open(ANOTHER, "2026-03-02T15:00:00Z")).containsExactly("update-overdue");
  }

  @Test
  void shouldNotTakeAnAnswerFromBeforeTheCall() {
    story.opened("2026-03-02T10:00:00Z", "service-down");
    answer("2026-03-02T11:00:00Z", "response-overdue");

    assertThat(open(SAME, "2026-03-02T15:00:00Z")).containsExactly("response-overdue");
  }

  @Test
  void shouldCallOnceForTwoClocksThatAskForTheSame() {
    Pack both =
        REMINDING
            .callouts(
                "\"fix-notice\" | true | - | \"fix-notice-due\"",
                "\"response\" | true | - | \"fix-notice-due\"")
            .pack();
    story.opened("2026-03-02T10:00:00Z", "service-down");
    answer("2026-03-02T15:00:00Z", "fix-notice-due");

    assertThat(open(both, "2026-03-09T10:00:00Z")).isEmpty();
    assertThat(both.judge(story.timeline(), Story.at("2026-03-09T10:00:00Z")).callouts())
        .extracting(Callout::since)
        .containsExactly(Story.at("2026-03-02T14:00:00.001Z"));
  }

  private void answer(String at, String callout) {
    story.add(
        at,
        "incident-manager",
        "callout-answered",
        Map.of("callout", callout, "action", "take-over"));
  }

  private List<String> open(Pack pack, String at) {
    return pack.judge(story.timeline(), Story.at(at)).openCallouts().stream()
        .map(Callout::code)
        .toList();
  }
}
