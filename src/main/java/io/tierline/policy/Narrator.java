package io.tierline.policy;

import io.tierline.policy.Explanation.Changed;
import io.tierline.policy.Explanation.Made;
import io.tierline.policy.Explanation.Mark;
import io.tierline.policy.Explanation.Reminding;
import io.tierline.policy.Explanation.Resolved;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tells an explanation as one readable text, in the language of its phrases. */
final class Narrator {

  private static final String ENGLISH = "en";

  private final Phrases phrases;
  private final Explanation told;
  private final Clock clock;
  private final ZoneId zone;
  private final List<String> lines = new ArrayList<>();

  private Narrator(Phrases phrases, Explanation told) {
    this.phrases = phrases;
    this.told = told;
    clock = told.clock();
    Resolved resolved = told.resolved();
    zone = resolved == null ? ZoneOffset.UTC : ZoneId.of(resolved.zone());
  }

  /** The explanation with its texts, in the pack's language and in English. */
  static Explanation tell(Explanation told, Vocabulary vocabulary) {
    Map<String, String> texts = new LinkedHashMap<>();
    for (String language : List.of(vocabulary.language(), ENGLISH)) {
      texts.computeIfAbsent(
          language, unsaid -> new Narrator(Phrases.of(language, vocabulary), told).text());
    }
    return told.with(java.util.Collections.unmodifiableMap(texts));
  }

  private String text() {
    heading();
    promise();
    course();
    reminders();
    new FigureWords(phrases, told, zone).addTo(lines);
    new MoveWords(phrases, told).addTo(lines);
    return String.join("\n", lines) + "\n";
  }

  private void heading() {
    String label = phrases.label("clocks", clock.name());
    add(
        clock.round() == 1 ? "title" : "title.round",
        label,
        time(told.at()),
        phrases.actor(clock.owner()),
        clock.round());
    add("state." + clock.state().code());
    if (clock.dueAt() != null) {
      add("due", time(clock.dueAt()));
    } else if (clock.state() == ClockState.PAUSED) {
      add("due.none");
    }
    if (told.reason() != null) {
      add("reason", told.reason());
    }
  }

  private void promise() {
    for (Made made : told.promises()) {
      String severity = made.severity() == null ? "" : phrases.label("severities", made.severity());
      String amount =
          made.amount() == null || made.unit() == null
              ? phrases.say("unit.none")
              : phrases.amount(made.amount(), made.unit());
      add(
          "promise",
          amount,
          severity,
          source(made.why()),
          time(made.since()),
          phrases.mark(made.by()));
      if (told.promises().size() > 1) {
        became(made);
      }
    }
    Resolved resolved = told.resolved();
    if (resolved != null && clock.unit() != null) {
      resolved(resolved, clock.unit());
    }
  }

  private void resolved(Resolved resolved, String unit) {
    String unpaused =
        resolved.unpaused() == null ? phrases.say("beyond") : time(resolved.unpaused());
    if (resolved.before() != null && clock.budget() != null) {
      String amount = phrases.amount(clock.budget(), unit);
      add("resolved.before", resolved.calendar(), amount, time(resolved.before()), unpaused);
    } else {
      add(
          "resolved." + unit,
          resolved.calendar(),
          time(resolved.opens()),
          duration(resolved.time()),
          unpaused);
    }
    told.changed().forEach(this::changed);
    add("zone", resolved.zone());
  }

  private void changed(Changed change) {
    List<String> dates = new ArrayList<>();
    change.closed().forEach(date -> dates.add(phrases.say("changed.closed", date)));
    change.opened().forEach(date -> dates.add(phrases.say("changed.opened", date)));
    change
        .days()
        .forEach(
            (date, hours) -> dates.add(phrases.say("changed.day", date, String.join(", ", hours))));
    add("changed", change.calendar(), phrases.mark(change.by()), String.join("; ", dates));
  }

  private void became(Made made) {
    if (!made.cause().equals("start")) {
      String cause = phrases.say("because." + made.cause());
      add("promise.because", cause, phrases.say("does." + made.change()));
    }
    add(made.decisive() ? "promise.decisive" : "outcome." + made.outcome());
  }

  private void reminders() {
    if (!told.remindings().isEmpty()) {
      add("reminders");
    }
    for (Reminding one : told.remindings()) {
      add(
          "reminder." + one.state(),
          phrases.label("reminders", one.name()),
          one.after() == null ? "" : duration(one.after()),
          one.at() == null ? "" : time(one.at()));
    }
  }

  private String source(Why why) {
    String row = why.row() == null ? why.decision() : phrases.say("row", why.decision(), why.row());
    return why.clauses().isEmpty() ? row : row + ", " + String.join(", ", why.clauses());
  }

  private void course() {
    happened("started", told.startedBy(), clock.startedAt());
    happened("stopped", told.stoppedBy(), clock.stoppedAt());
    happened("cancelled", told.cancelledBy(), clock.stoppedAt());
    if (told.elapsed() != null && told.left() != null && told.resolved() != null) {
      boolean over = Duration.parse(told.left()).isNegative();
      add(
          over ? "elapsed.over" : "elapsed",
          duration(told.elapsed()),
          duration(told.resolved().time()),
          duration(told.left()));
    }
  }

  private void happened(String what, @Nullable Mark mark, @Nullable Instant at) {
    if (mark != null && at != null) {
      add(what, time(at), phrases.mark(mark));
    }
  }

  private String time(Instant instant) {
    return phrases.time(instant, zone);
  }

  private String duration(String text) {
    return phrases.duration(Duration.parse(text));
  }

  private void add(String key, Object... arguments) {
    lines.add(phrases.say(key, arguments));
  }
}
