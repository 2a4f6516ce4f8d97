package io.tierline.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import io.tierline.policy.Clock;
import io.tierline.policy.Judgement;
import io.tierline.timeline.Actor;
import io.tierline.timeline.Entry;
import io.tierline.timeline.Timeline;
import io.tierline.timeline.Visibility;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
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
  void shouldTakeBackABreachThatALateEntryUndoes() {
    Draft first =
        Consequences.of(overdue, declared, quiet, false, OPENED.plus(Duration.ofHours(6)))
            .getFirst();

    assertThat(first.kind()).isEqualTo("breach-withdrawn");
    assertThat(first.facts()).containsEntry("clocks", List.of("response"));
  }

  @Test
  void shouldRemindOnceOfAClockThatStillRuns() {
    Judgement waiting = reminding(quiet, false);
    Judgement reached = reminding(quiet, true);

    assertThat(kinds(waiting, reached, true)).containsExactly("reminder-reached");
    assertThat(kinds(reached, reached, false)).isEmpty();
    assertThat(kinds(waiting, reminding(overdue, true), false)).doesNotContain("reminder-reached");
  }

  private List<String> kinds(Judgement before, Judgement after, boolean byTime) {
    return Consequences.of(before, declared, after, byTime, OPENED.plus(Duration.ofHours(5)))
        .stream()
        .map(Draft::kind)
        .toList();
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
    return Consequences.of(before, declared, overdue, false, OPENED.plus(Duration.ofHours(5)))
        .stream()
        .map(Draft::kind)
        .toList();
  }

  private Judgement after(Duration duration) {
    return PACK.judge(declared, OPENED.plus(duration));
  }

  private static Entry entry(long seq, String kind, Map<String, Object> data) {
    return new Entry(seq, OPENED, OPENED, Actor.system(), kind, Visibility.ALL, data);
  }
}
