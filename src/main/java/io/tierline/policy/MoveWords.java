package io.tierline.policy;

import io.tierline.policy.Explanation.Move;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What would move a clock, in words: a line for each effect. */
record MoveWords(Phrases phrases, Explanation told) {

  /** Causes that do the same stand on one line. */
  private record Effect(String code, String pause) {}

  void addTo(List<String> lines) {
    List<String> changes = changes();
    if (told.moves().isEmpty() && told.severityChange() == null && changes.isEmpty()) {
      lines.add(phrases.say("moves.none"));
      return;
    }
    lines.add(phrases.say("moves"));
    Map<Effect, List<String>> effects = new LinkedHashMap<>();
    for (Move move : told.moves()) {
      String pause = move.pause() == null ? "" : phrases.label("pauses", move.pause());
      effects
          .computeIfAbsent(new Effect(move.effect(), pause), first -> new ArrayList<>())
          .add(cause(move));
    }
    effects.forEach(
        (effect, causes) ->
            lines.add(
                phrases.say("move." + effect.code(), effect.pause(), String.join("; ", causes))));
    if (told.severityChange() != null) {
      lines.add(phrases.say("severity." + told.severityChange()));
    }
    lines.addAll(changes);
  }

  private List<String> changes() {
    return told.changes().entrySet().stream()
        .filter(change -> !change.getValue().equals("keep"))
        .map(
            change ->
                phrases.say(
                    "move.change",
                    phrases.say("because." + change.getKey()),
                    phrases.say("does." + change.getValue())))
        .toList();
  }

  private String cause(Move move) {
    List<String> parts = new ArrayList<>();
    if (!move.kinds().isEmpty()) {
      parts.add(entries(move));
    }
    if (move.enters() != null) {
      parts.add(phrases.say("cause.enters", phrases.label("tiers", move.enters())));
    }
    String given =
        String.join(
            "; ",
            move.given().entrySet().stream()
                .map(one -> one.getKey() + ": " + String.join(", ", one.getValue()))
                .toList());
    String causes = String.join("; ", parts);
    return given.isEmpty() ? causes : causes + " (" + phrases.say("cause.given", given) + ")";
  }

  private String entries(Move move) {
    StringBuilder words = new StringBuilder();
    words.append(
        String.join(", ", move.kinds().stream().map(k -> phrases.label("kinds", k)).toList()));
    if (!move.by().isEmpty()) {
      String by = String.join(", ", move.by().stream().map(phrases::actor).toList());
      words.append(" (").append(phrases.say("cause.by", by)).append(')');
    }
    move.where().forEach((name, value) -> words.append(" [" + name + ": " + value + "]"));
    if (move.at() != null) {
      words.append(" (").append(phrases.say("cause.at", move.at())).append(')');
    }
    if (move.before() != null) {
      words.append(" (").append(phrases.say("cause.before", move.before())).append(')');
    }
    return words.toString();
  }
}
