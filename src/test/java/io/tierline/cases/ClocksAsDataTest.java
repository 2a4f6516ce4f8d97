package io.tierline.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.tierline.journey.Handover;
import io.tierline.policy.Clock;
import io.tierline.policy.ClockState;
import io.tierline.policy.Compilation;
import io.tierline.policy.Compilation.Compiled;
import io.tierline.policy.Compilation.Rejected;
import io.tierline.policy.Fault;
import io.tierline.policy.Judgement;
import io.tierline.policy.Pack;
import io.tierline.policy.PackFiles;
import io.tierline.timeline.Actor;
import io.tierline.timeline.Entry;
import io.tierline.timeline.Role;
import io.tierline.timeline.Timeline;
import io.tierline.timeline.Visibility;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a pack can say of a clock beyond its budget: reminders, and what a change does to it. */
class ClocksAsDataTest {

  private static final String POLICY = "rules/safr/policy.yaml";
  private static final Map<String, String> FILES =
      new PackFolder(Path.of("")).files("safr").files();
  private static final String RESPONSE =
      "    severity-change: earliest\n    clauses: [SA-060, SA-068]";
  private static final String REMINDERS =
      RESPONSE
          + "\n    reminders:"
          + "\n      half: {share: 50, label: {es: Mitad, en: Half}}"
          + "\n      last-half-hour: {before-minutes: 30, label: {es: Última, en: Last half hour}}"
          + "\n      never: {before-minutes: 600, label: {es: Nunca, en: Never}}";
  private static final Instant OPENED = Instant.parse("2026-03-02T18:00:00Z");

  @Test
  void shouldRemindInTimeBeforeAPromiseBreaks() {
    Pack pack = pack(RESPONSE, REMINDERS);
    Timeline timeline = Timeline.of(opened());

    Judgement early = judge(pack, timeline, OPENED.plus(Duration.ofHours(1)));
    Judgement half = judge(pack, timeline, OPENED.plus(Duration.ofHours(2)));
    Judgement late = judge(pack, timeline, OPENED.plus(Duration.ofMinutes(211)));

    assertThat(early.nextChangeAt()).isEqualTo(OPENED.plus(Duration.ofHours(2)));
    assertThat(response(early).reminders())
        .containsExactly(
            new Clock.Reminder("half", OPENED.plus(Duration.ofHours(2)), false),
            new Clock.Reminder("last-half-hour", OPENED.plus(Duration.ofMinutes(210)), false));
    assertThat(half.nextChangeAt()).isEqualTo(OPENED.plus(Duration.ofMinutes(210)));
    assertThat(response(half).reminders())
        .extracting(Clock.Reminder::reached)
        .containsExactly(true, false);
    assertThat(response(late).reminders())
        .extracting(Clock.Reminder::reached)
        .containsExactly(true, true);
    assertThat(late.nextChangeAt()).isEqualTo(OPENED.plus(Duration.ofHours(4)).plusMillis(1));
  }

  @Test
  void shouldRemindWhenSomebodyIsAtWorkAgain() {
    String minutes = "\n    reminders: {hour: {before-minutes: 60}, half: {share: 50}}";
    Pack pack = pack(RESPONSE, RESPONSE + minutes);
    Map<String, Object> fields = new HashMap<>(Handover.complete());
    fields.put("impact", "essential-affected");
    Instant friday = Instant.parse("2026-03-13T17:00:00Z");
    Entry opened =
        new Entry(
            1,
            friday,
            friday,
            Actor.of("reseller/L2"),
            "opened",
            Visibility.ALL,
            Map.of("type", "bug", "fields", fields));

    Clock response = response(judge(pack, Timeline.of(opened), friday.plusSeconds(1)));

    assertThat(response.dueAt()).isEqualTo("2026-03-16T17:00:00Z");
    assertThat(response.reminders())
        .containsExactly(
            new Clock.Reminder("hour", Instant.parse("2026-03-16T16:00:00Z"), false),
            new Clock.Reminder("half", Instant.parse("2026-03-13T21:00:00Z"), false));
  }

  @Test
  void shouldNotRemindOfWhatIsDone() {
    Pack pack = pack(RESPONSE, REMINDERS);
    Timeline answered = Timeline.of(opened(), entry(2, "PT1H", agent(), "replied", Map.of()));

    Judgement later = judge(pack, answered, OPENED.plus(Duration.ofHours(3)));

    assertThat(response(later).state()).isEqualTo(ClockState.MET);
    assertThat(response(later).reminders())
        .extracting(Clock.Reminder::reached)
        .containsExactly(false, false);
  }

  @Test
  void shouldPutOffARemindersTimeWhileTheClockStandsStill() {
    Pack pack = pack(RESPONSE, REMINDERS);
    Timeline held =
        Timeline.of(
            opened(), entry(2, "PT1H", agent(), "held", Map.of("reason", "customer-failure")));

    Judgement standing = judge(pack, held, OPENED.plus(Duration.ofHours(9)));

    assertThat(response(standing).reminders().getFirst().at()).isNull();
    assertThat(standing.nextChangeAt()).isNotEqualTo(OPENED.plus(Duration.ofHours(2)));
  }

  @Test
  void shouldDoToAClockWhatThePackSaysOfAChangedSeverity() {
    Timeline lowered =
        Timeline.of(
            opened(),
            entry(2, "PT1H", agent(), "workaround-provided", Map.of()),
            entry(3, "PT2H", agent(), "held", Map.of("reason", "customer-failure")),
            entry(4, "PT3H", agent(), "resumed", Map.of()));

    assertThat(fixNotice("keep", lowered).dueAt()).isEqualTo("2026-03-05T19:00:00Z");
    assertThat(fixNotice("earliest", lowered).dueAt()).isEqualTo("2026-03-05T19:00:00Z");
    assertThat(fixNotice("rebase", lowered).dueAt()).isEqualTo("2026-03-23T18:00:00Z");
    assertThat(fixNotice("restart", lowered).dueAt()).isEqualTo("2026-03-23T19:00:00Z");
  }

  @Test
  void shouldKeepWhatWasPromisedUnderAnEarlierPolicyIfThePackSaysSo() {
    Entry changed =
        entry(
            2,
            "PT1H",
            Actor.system(),
            "policy-changed",
            Map.of(
                "policy", Map.of("pack", "safr", "version", "x"),
                "promised",
                    List.of(
                        Map.of(
                            "clock", "response",
                            "round", 1,
                            "startedAt", OPENED.toString(),
                            "amount", 2,
                            "unit", "hours",
                            "calendar", "always",
                            "pack", "safr@w"))));
    Timeline timeline = Timeline.of(opened(), changed);

    assertThat(dueAfter("keep", timeline)).isEqualTo(OPENED.plus(Duration.ofHours(2)));
    assertThat(dueAfter("earliest", timeline)).isEqualTo(OPENED.plus(Duration.ofHours(2)));
    assertThat(dueAfter("rebase", timeline)).isEqualTo(OPENED.plus(Duration.ofHours(4)));
    assertThat(dueAfter("restart", timeline)).isEqualTo(OPENED.plus(Duration.ofHours(5)));
  }

  @Test
  void shouldNameAReminderThatIsNone() {
    assertThat(where("{share: 100}")).containsExactly("clocks.response.reminders.half.share");
    assertThat(where("{before-minutes: 0}"))
        .containsExactly("clocks.response.reminders.half.before-minutes");
    assertThat(where("{}")).containsExactly("clocks.response.reminders.half");
    assertThat(where("{share: 50, before-minutes: 5}"))
        .containsExactly("clocks.response.reminders.half");
  }

  private static Judgement judge(Pack pack, Timeline timeline, Instant now) {
    Map<String, Object> terms = Map.of("terms", pack.terms("demo").orElseThrow());
    return pack.judge(timeline.plus(entry(9, "PT0S", Actor.system(), "observed", terms)), now);
  }

  @Test
  void shouldKeepWhatIsBrokenBrokenWhateverIsPromisedAfter() {
    Timeline late =
        Timeline.of(opened(), entry(2, "PT73H", agent(), "workaround-provided", Map.of()));

    for (String change : List.of("keep", "earliest", "rebase", "restart")) {
      assertThat(fixNotice(change, late, Duration.ofHours(74)).breached()).as(change).isTrue();
    }
  }

  private static Clock fixNotice(String change, Timeline timeline) {
    return fixNotice(change, timeline, Duration.ofHours(5));
  }

  private static Clock fixNotice(String change, Timeline timeline, Duration after) {
    Pack pack =
        pack(
            "    severity-change: earliest\n    clauses: [SA-075, SA-080, SA-084]",
            "    severity-change: %s\n    clauses: [SA-075, SA-080, SA-084]".formatted(change));
    return judge(pack, timeline, OPENED.plus(after)).clock("fix-notice").orElseThrow();
  }

  private static Instant dueAfter(String change, Timeline timeline) {
    Pack pack = pack(RESPONSE, RESPONSE + "\n    policy-change: " + change);
    return response(judge(pack, timeline, OPENED.plus(Duration.ofHours(1)))).dueAt();
  }

  private static Clock response(Judgement judgement) {
    return judgement.clock("response").orElseThrow();
  }

  private static List<String> where(String reminder) {
    Compilation compilation =
        compiled(RESPONSE, RESPONSE + "\n    reminders: {half: " + reminder + "}");
    return ((Rejected) compilation).faults().stream().map(Fault::where).toList();
  }

  private static Pack pack(String text, String instead) {
    Compilation compilation = compiled(text, instead);
    assertThat(compilation).as(compilation.toString()).isInstanceOf(Compiled.class);
    return ((Compiled) compilation).pack();
  }

  private static Compilation compiled(String text, String instead) {
    Map<String, String> files = new HashMap<>(FILES);
    assertThat(files.get(POLICY)).contains(text);
    files.computeIfPresent(POLICY, (path, content) -> content.replace(text, instead));
    return Pack.compile(PackFiles.of(files));
  }

  private static Entry opened() {
    return entry(
        1,
        "PT0S",
        new Actor(Role.RESELLER, "L2", null, null, null),
        "opened",
        Map.of("type", "bug", "fields", Handover.complete()));
  }

  private static Actor agent() {
    return new Actor(Role.AGENT, "L3", null, null, null);
  }

  private static Entry entry(
      long seq, String after, Actor by, String kind, Map<String, Object> data) {
    Instant at = OPENED.plus(Duration.parse(after));
    return new Entry(seq, at, at, by, kind, Visibility.ALL, data);
  }
}
