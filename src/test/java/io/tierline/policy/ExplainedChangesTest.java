package io.tierline.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.tierline.policy.Explained.Told;
import io.tierline.policy.Explanation.Made;
import io.tierline.policy.Explanation.Reminding;
import io.tierline.timeline.Timeline;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** What each promise became, and why, whatever changed it; and what reminders there were. */
class ExplainedChangesTest {

  private static final JsonMapper JSON = new JsonMapper();

  private final Story story = new Story();

  @Test
  void shouldSayThatAnotherRouteTookThePlaceOfAPromise() {
    story.opened("2026-03-02T10:00:00-08:00", "service-down");
    reroute("2026-03-02T11:00:00-08:00");

    Explanation told = explain("response", "2026-03-02T12:00:00-08:00");

    assertThat(told.promises())
        .extracting(Made::cause, Made::change, Made::amount, Made::outcome, Made::decisive)
        .containsExactly(
            tuple("start", "rebase", 8L, "replaced", false),
            tuple("route", "rebase", 4L, "counts", true));
    assertThat(told.changes())
        .containsExactly(
            Map.entry("tier", "earliest"),
            Map.entry("route", "rebase"),
            Map.entry("policy", "restart"));
    assertThat(told.texts().get("en"))
        .contains(
            "- A later promise took its place.",
            "- Made because: another route of the contract; its promise counts, from the same start"
                + " and with the same pauses.",
            "- another version of the policy: its promise counts, from then on");
  }

  @Test
  void shouldSayThatAnotherTierBroughtAPromise() {
    story.opened("2026-03-02T10:00:00-08:00", "service-down");
    story.add("2026-03-02T11:00:00-08:00", "agent/L3", "returned");

    Explanation update = explain("update", "2026-03-02T12:00:00-08:00");

    assertThat(update.promises())
        .extracting(Made::cause, Made::change, Made::unit, Made::outcome)
        .containsExactly(
            tuple("start", "rebase", "business-hours", "replaced"),
            tuple("tier", "rebase", "hours", "counts"));
    assertThat(update.promises().getLast().by().kind()).isEqualTo("returned");
  }

  @Test
  void shouldSayThatNothingIsPromisedInAnotherTier() {
    story.opened("2026-03-02T10:00:00-08:00", "service-down");
    story.add("2026-03-02T11:00:00-08:00", "agent/L3", "returned");

    Explanation notice = explain("fix-notice", "2026-03-02T12:00:00-08:00");

    assertThat(notice.clock().state()).isEqualTo(ClockState.CANCELLED);
    assertThat(notice.cancelledBy().kind()).isEqualTo("returned");
  }

  @Test
  void shouldSayWhatAnEarlierPolicyHadPromisedAndWhatBecameOfIt() {
    story.opened("2026-03-02T10:00:00-08:00", "service-down");
    story.add(
        "2026-03-02T11:00:00-08:00",
        "system",
        "policy-changed",
        Map.of("promised", List.of(twoHours("response"), twoHours("update"))));

    Explanation response = explain("response", "2026-03-02T12:00:00-08:00");
    Explanation update = explain("update", "2026-03-02T12:00:00-08:00");

    assertThat(response.promises())
        .extracting(Made::cause, Made::change, Made::outcome)
        .containsExactly(
            tuple("earlier-policy", "rebase", "replaced"), tuple("policy", "restart", "counts"));
    assertThat(update.promises())
        .extracting(Made::cause, Made::change, Made::outcome)
        .containsExactly(
            tuple("earlier-policy", "rebase", "counts"), tuple("policy", "earliest", "later"));
    assertThat(update.promises())
        .extracting(made -> made.by().kind())
        .containsOnly("policy-changed");
    assertThat(update.texts().get("en"))
        .contains("- An earlier promise would be broken sooner and goes on counting.");
  }

  @Test
  void shouldSayThatAPromiseIsOvertakenOrCameTooLate() {
    story.opened("2026-03-02T10:00:00-08:00", "subordinate-affected");
    impact("2026-03-02T12:00:00-08:00", "service-down");

    assertThat(explain("response", "2026-03-02T13:00:00-08:00").promises())
        .extracting(Made::cause, Made::change, Made::outcome)
        .containsExactly(
            tuple("start", "rebase", "overtaken"), tuple("severity", "earliest", "counts"));

    reroute("2026-03-10T12:00:00-07:00");
    assertThat(explain("response", "2026-03-10T13:00:00-07:00").promises())
        .extracting(Made::cause, Made::outcome)
        .containsExactly(
            tuple("start", "overtaken"), tuple("severity", "counts"), tuple("route", "too-late"));
  }

  @Test
  void shouldSayWhatBecameOfEachReminder() {
    story.opened("2026-03-02T10:00:00-08:00", "service-down");

    assertThat(states("2026-03-02T10:30:00-08:00"))
        .containsExactly(
            tuple("half-response", "PT4H", "ahead"),
            tuple("last-response", "PT6H30M", "ahead"),
            tuple("early-response", null, "before-start"));
    assertThat(explain("response", "2026-03-02T14:00:00-08:00").texts().get("en"))
        .contains(
            "Reminders:",
            "- half-response (after 4 h): given Mon 2026-03-02 14:00-08:00",
            "- last-response (after 6 h 30 min): to be given Mon 2026-03-02 16:30-08:00",
            "- early-response: none, for it would lie before the start");

    story.add("2026-03-02T15:00:00-08:00", "agent/L3", "held", Story.HELD);
    assertThat(states("2026-03-02T16:00:00-08:00"))
        .extracting(one -> one.toList().getLast())
        .containsExactly("given", "waiting", "before-start");

    story.add("2026-03-02T15:30:00-08:00", "agent/L3", "replied");
    assertThat(states("2026-03-02T16:00:00-08:00"))
        .extracting(one -> one.toList().getLast())
        .containsExactly("given", "missed", "before-start");
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "es", "pl", "sv", "ru"})
  void shouldSaySoInEachLanguageTheSameEveryTime(String language) {
    story.opened("2026-03-02T10:00:00-08:00", "subordinate-affected");
    impact("2026-03-02T11:00:00-08:00", "service-down");
    reroute("2026-03-02T12:00:00-08:00");
    Explanation told = explain("response", "2026-03-02T16:00:00-08:00");
    Vocabulary words = TestPacks.RESTLESS.vocabulary();
    Vocabulary spoken =
        new Vocabulary(language, Map.of(), words.codes(), Map.of(), Map.of(), List.of(), Map.of());
    Phrases phrases = Phrases.of(language, spoken);

    String text = Narrator.tell(told, spoken).texts().get(language);

    assertThat(text).isEqualTo(Narrator.tell(told, spoken).texts().get(language));
    assertThat(text)
        .contains(
            phrases.say("because.severity"),
            phrases.say("because.route"),
            phrases.say("does.earliest"),
            phrases.say("does.rebase"),
            phrases.say("outcome.overtaken"),
            phrases.say("outcome.replaced"),
            phrases.say("promise.decisive"),
            phrases.say("reminders"))
        .doesNotContain("{", "null");
  }

  @Test
  void shouldAgreeWithTheJudgeWhateverChanged() {
    Set<String> outcomes = new TreeSet<>();
    Set<String> causes = new TreeSet<>();
    for (long seed = 0; seed < 400; seed++) {
      Timeline timeline = RandomTimelines.restless(seed);
      Instant last = timeline.entries().getLast().at();
      long span = new SplittableRandom(seed).nextLong(Duration.ofDays(20).toMillis());
      Instant now = last.plusMillis(span);
      for (Clock clock : TestPacks.RESTLESS.judge(timeline, now).clocks()) {
        Explanation told = explain(timeline, clock.name(), clock.round(), now);
        Explanation again = explain(timeline, clock.name(), clock.round(), now);
        String where = "seed %d, %s".formatted(seed, clock);

        assertThat(told.clock()).as(where).isEqualTo(clock);
        assertThat(JSON.writeValueAsString(told)).isEqualTo(JSON.writeValueAsString(again));
        told.promises().forEach(made -> outcomes.add(made.outcome()));
        told.promises().forEach(made -> causes.add(made.cause()));
        assertThat(told.promises())
            .as(where)
            .allMatch(made -> made.outcome().equals("counts") == made.decisive())
            .filteredOn(Made::decisive)
            .hasSize(clock.budget() == null ? 0 : 1);
        reminded(clock, told, where);
      }
    }
    assertThat(outcomes)
        .containsExactly("counts", "later", "nothing", "overtaken", "replaced", "too-late");
    assertThat(causes)
        .containsExactly(
            "earlier-policy",
            "new-policy",
            "policy",
            "resumption",
            "route",
            "severity",
            "start",
            "tier");
  }

  private static void reminded(Clock clock, Explanation told, String where) {
    for (Reminding one : told.remindings()) {
      clock.reminders().stream()
          .filter(reminder -> reminder.name().equals(one.name()))
          .forEach(
              reminder -> {
                assertThat(one.at()).as(where).isEqualTo(reminder.at());
                assertThat(one.state().equals("given")).as(where).isEqualTo(reminder.reached());
              });
    }
    assertThat(told.remindings()).as(where).hasSize(3);
  }

  private static Map<String, Object> twoHours(String clock) {
    return Map.of(
        "clock", clock,
        "round", 1,
        "startedAt", "2026-03-02T18:00:00Z",
        "from", "2026-03-02T18:00:00Z",
        "amount", 2,
        "unit", "hours",
        "calendar", "contract",
        "pack", "earlier@1");
  }

  private List<org.assertj.core.groups.Tuple> states(String now) {
    return explain("response", now).remindings().stream()
        .map(one -> tuple(one.name(), one.after(), one.state()))
        .toList();
  }

  private void reroute(String at) {
    story.add(at, "system", "observed", Map.of("terms", Map.of("route", "direct")));
  }

  private void impact(String at, String impact) {
    story.add(
        at, "reseller/L2", "information-provided", Map.of("fields", Map.of("impact", impact)));
  }

  private Explanation explain(String clock, String now) {
    return explain(story.timeline(), clock, null, Story.at(now));
  }

  private static Explanation explain(Timeline timeline, String clock, Integer round, Instant now) {
    Question question = new Question(clock, round, entry -> true);
    return ((Told) TestPacks.RESTLESS.explain(timeline, question, now)).explanation();
  }
}
