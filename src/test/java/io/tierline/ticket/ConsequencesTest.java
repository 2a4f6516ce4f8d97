package io.tierline.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.tierline.policy.Callout;
import io.tierline.policy.Clock;
import io.tierline.policy.ClockState;
import io.tierline.policy.Judgement;
import io.tierline.policy.Why;
import io.tierline.timeline.Actor;
import io.tierline.timeline.Entry;
import io.tierline.timeline.Timeline;
import io.tierline.timeline.Visibility;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class ConsequencesTest {

  private static final Instant OPENED = Instant.parse("2026-03-02T10:00:00Z");
  private static final PlainPack PACK = new PlainPack("plain", "2");

  private final Timeline declared =
      Timeline.of(
          entry(1, "opened", Map.of()),
          entry(2, "incident-declared", Map.of("callout", "response-overdue")));
  private final Judgement quiet = after(Duration.ofHours(1));
  private final Judgement overdue = after(Duration.ofHours(5));

  @Test
  void shouldCallAnewWhenAGroundThatWentAwayComesBack() {
    assertThat(kinds(quiet)).containsExactly("deadline-reached", "incident-declared");
  }

  @Test
  void shouldNotCallTwiceOnTheSameGround() {
    assertThat(kinds(overdue)).isEmpty();
  }

  @Test
  void shouldNameTheRoundThatACallIsFor() {
    Draft call = of(quiet, overdue, true, kind -> Visibility.ALL).getLast();

    assertThat(call.facts())
        .containsEntry("callout", "response-overdue")
        .containsEntry("clock", "response")
        .containsEntry("round", 1)
        .containsEntry("startedAt", OPENED.toString());
  }

  @Test
  void shouldTakeBackABreachThatALateEntryUndoes() {
    Draft first = of(overdue, quiet, false, kind -> Visibility.ALL).getFirst();

    assertThat(first.kind()).isEqualTo("breach-withdrawn");
    assertThat(first.facts()).containsEntry("clocks", List.of("response"));
  }

  /** Due at Friday's close, broken and told at Monday's opening: Monday turns out to be closed. */
  @Test
  void shouldTakeBackABreachThatWasUndoneBetweenItsDueInstantAndItsBreach() {
    Instant due = OPENED.plus(Duration.ofHours(4));
    Entry told =
        at(
            due.plus(Duration.ofHours(60)),
            3,
            "deadline-reached",
            Map.of(
                "breaches", List.of(Map.of("clock", "response", "startedAt", OPENED.toString()))));
    Entry between = at(due.plus(Duration.ofHours(20)), 4, "calendar-changed", Map.of());
    Entry after = at(due.plus(Duration.ofHours(61)), 4, "calendar-changed", Map.of());

    assertThat(kinds(declared.plus(told).plus(between))).contains("breach-withdrawn");
    assertThat(kinds(declared.plus(told).plus(after))).doesNotContain("breach-withdrawn");
    assertThat(kinds(declared.plus(between))).doesNotContain("breach-withdrawn");
  }

  private List<String> kinds(Timeline timeline) {
    return Consequences.of(
            overdue, timeline, quiet, false, OPENED.plus(Duration.ofHours(70)), k -> Visibility.ALL)
        .stream()
        .map(Draft::kind)
        .toList();
  }

  private static Entry at(Instant at, long seq, String kind, Map<String, Object> data) {
    return new Entry(seq, at, at, Actor.system(), kind, Visibility.ALL, data);
  }

  @Test
  void shouldRemindOnceOfAClockThatStillRuns() {
    Judgement waiting = reminding(quiet, false);
    Judgement reached = reminding(quiet, true);

    assertThat(kinds(waiting, reached, true)).containsExactly("reminder-reached");
    assertThat(kinds(reached, reached, false)).isEmpty();
    assertThat(kinds(waiting, reminding(overdue, true), false)).doesNotContain("reminder-reached");
  }

  /** Neither an upgrade nor calendar data that end too early is anything to tell of. */
  @Test
  void shouldFindNoChangeInWhatJudgementsDidNotSayBefore() {
    Callout called = overdue.callouts().getFirst();
    Callout old =
        new Callout(
            called.code(),
            called.role(),
            called.group(),
            called.since(),
            called.answered(),
            called.why(),
            null,
            null);

    assertThat(Changes.none(untyped(overdue.with(overdue.clocks(), List.of(old), null)), overdue))
        .isTrue();
    assertThat(Changes.none(unknown("known to 2027"), unknown("known to 2028"))).isTrue();
    assertThat(Changes.none(unknown("known to 2027"), quiet)).isFalse();
    assertThat(Changes.none(untyped(quiet), overdue)).isFalse();
  }

  private Judgement unknown(String reason) {
    Clock clock = quiet.clock("response").orElseThrow();
    Why why = new Why("plain", 1, List.of("PL-001"), reason);
    return quiet.with(
        List.of(
            new Clock(
                clock.name(),
                clock.round(),
                ClockState.UNKNOWN,
                false,
                clock.owner(),
                clock.budget(),
                clock.unit(),
                clock.startedAt(),
                null,
                null,
                null,
                List.of(),
                clock.pack(),
                why)),
        quiet.callouts(),
        null);
  }

  private static Judgement untyped(Judgement judgement) {
    return new Judgement(
        judgement.status(),
        null,
        judgement.severity(),
        judgement.tier(),
        judgement.group(),
        judgement.side(),
        judgement.turn(),
        judgement.missing(),
        judgement.missingWhy(),
        judgement.scope(),
        null,
        judgement.clocks(),
        judgement.allowed(),
        judgement.closure(),
        judgement.callouts(),
        judgement.nextChangeAt(),
        judgement.by());
  }

  @Test
  void shouldShowWhatItRecordsToThoseWhomThePackNames() {
    Judgement reached = reminding(quiet, true);
    Function<String, Visibility> vendors = kind -> Visibility.VENDOR;

    assertThat(of(reminding(quiet, false), reached, true, vendors))
        .extracting(Draft::kind, Draft::visibility)
        .containsExactly(tuple("reminder-reached", Visibility.VENDOR));
    assertThat(of(overdue, quiet, false, vendors).getFirst().visibility())
        .isEqualTo(Visibility.VENDOR);
  }

  private List<Draft> of(
      Judgement before, Judgement after, boolean byTime, Function<String, Visibility> readers) {
    return Consequences.of(
        before, declared, after, byTime, OPENED.plus(Duration.ofHours(5)), readers);
  }

  @Test
  void shouldPutOnRecordWhichClocksGotTheirEndFromCalendarData() {
    Judgement unknown = in(quiet, ClockState.UNKNOWN);
    Judgement completed =
        quiet.under(new Judgement.JudgedBy("safr", "2", "1+2028", quiet.by().judge()));

    List<Draft> drafts = of(unknown, completed, true, kind -> Visibility.ALL);

    assertThat(drafts).extracting(Draft::kind).containsExactly("calendar-extended");
    assertThat(drafts.getFirst().facts())
        .containsEntry("calendar", "1+2028")
        .extractingByKey("clocks")
        .asString()
        .contains("response", "dueAt=" + OPENED.plus(Duration.ofHours(4)));
    assertThat(kinds(unknown, quiet, false)).as("what an act did").isEmpty();
    assertThat(kinds(completed, completed, false)).isEmpty();
    assertThat(Changes.none(quiet, completed)).isTrue();
    assertThat(Changes.none(unknown, completed)).isFalse();
    assertThat(kinds(unknown, overdue.under(completed.by()), true))
        .contains("calendar-extended", "deadline-reached");
  }

  private static Judgement in(Judgement judgement, ClockState state) {
    Clock clock = judgement.clock("response").orElseThrow();
    Clock other =
        new Clock(
            clock.name(),
            clock.round(),
            state,
            false,
            clock.owner(),
            clock.budget(),
            clock.unit(),
            clock.startedAt(),
            null,
            null,
            null,
            List.of(),
            clock.pack(),
            clock.why());
    return judgement.with(List.of(other), judgement.callouts(), null);
  }

  private List<String> kinds(Judgement before, Judgement after, boolean byTime) {
    return of(before, after, byTime, kind -> Visibility.ALL).stream().map(Draft::kind).toList();
  }

  /** The same with a reminder on its clock. */
  private static Judgement reminding(Judgement judgement, boolean reached) {
    Clock clock = judgement.clock("response").orElseThrow();
    Clock reminding =
        new Clock(
            clock.name(),
            clock.round(),
            clock.state(),
            clock.breached(),
            clock.owner(),
            clock.budget(),
            clock.unit(),
            clock.startedAt(),
            clock.dueAt(),
            clock.stoppedAt(),
            clock.pausedFor(),
            List.of(new Clock.Reminder("half", OPENED.plus(Duration.ofHours(2)), reached)),
            clock.pack(),
            clock.why());
    return judgement.with(List.of(reminding), judgement.callouts(), judgement.nextChangeAt());
  }

  private List<String> kinds(Judgement before) {
    return kinds(before, overdue, false);
  }

  private Judgement after(Duration duration) {
    return PACK.judge(declared, OPENED.plus(duration));
  }

  private static Entry entry(long seq, String kind, Map<String, Object> data) {
    return new Entry(seq, OPENED, OPENED, Actor.system(), kind, Visibility.ALL, data);
  }
}
