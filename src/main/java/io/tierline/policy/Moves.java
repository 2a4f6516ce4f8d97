package io.tierline.policy;

import io.tierline.policy.Declaration.ClockRule;
import io.tierline.policy.Declaration.PauseRule;
import io.tierline.policy.Explanation.Move;
import io.tierline.policy.Trigger.Cause;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What would move a clock as it stands, in the order of the pack. */
final class Moves {

  private final Declaration declaration;
  private final ClockRule rule;
  private final Faces faces;
  private final List<String> kinds;
  private final List<Move> moves = new ArrayList<>();

  private Moves(Declaration declaration, ClockRule rule, Faces faces) {
    this.declaration = declaration;
    this.rule = rule;
    this.faces = faces;
    kinds = List.copyOf(declaration.kinds().keySet());
  }

  /** For the latest round only: what is over stays as it is. */
  static List<Move> of(Declaration declaration, ClockCourse course, Clock clock, Faces faces) {
    Moves moves = new Moves(declaration, course.rule, faces);
    boolean last = course.rounds.isEmpty() || course.rounds.getLast().number == clock.round();
    if (last && clock.open()) {
      moves.ofRunning(clock.state() == ClockState.PAUSED);
    } else if (last && clock.state() == ClockState.UNKNOWN) {
      moves.ofRunning(false);
    } else if (last) {
      moves.ofIdle(course, clock);
    }
    return List.copyOf(moves.moves);
  }

  /** What a change of severity does to it; null if nothing. */
  static @Nullable String severityChange(ClockCourse course, Clock clock) {
    boolean moved =
        clock.stoppedAt() == null
            && !course.rounds.isEmpty()
            && course.rounds.getLast().number == clock.round()
            && course.rule.changes().severity() != Declaration.Change.KEEP;
    return moved || clock.state() == ClockState.CANCELLED
        ? DeclarationReader.code(course.rule.changes().severity())
        : null;
  }

  /** What other changes do to it, in the same words; empty if nothing can. */
  static Map<String, String> changes(ClockCourse course, Clock clock) {
    boolean last = !course.rounds.isEmpty() && course.rounds.getLast().number == clock.round();
    if (!last || (clock.stoppedAt() != null && clock.state() != ClockState.CANCELLED)) {
      return Map.of();
    }
    Declaration.Changes changes = course.rule.changes();
    Map<String, String> does = new LinkedHashMap<>();
    does.put("tier", DeclarationReader.code(changes.tier()));
    does.put("route", DeclarationReader.code(changes.route()));
    does.put("policy", DeclarationReader.code(changes.policy()));
    return Collections.unmodifiableMap(does);
  }

  private void ofRunning(boolean paused) {
    add("stop", null, rule.stop());
    if (rule.recurring()) {
      add("restart", null, rule.restart());
    }
    for (String name : rule.pauses()) {
      PauseRule pause = declaration.pauses().get(name);
      add("pause", name, pause.from());
      if (paused) {
        add("go-on", name, pause.to());
      }
    }
  }

  private void ofIdle(ClockCourse course, Clock clock) {
    if (clock.state() == ClockState.PENDING || (rule.recurring() && clock.stoppedAt() != null)) {
      add("start", null, rule.start());
    }
    if (!course.rounds.isEmpty() && course.resumable(course.rounds.getLast())) {
      add("resume", null, rule.resume());
    }
  }

  private void add(String effect, @Nullable String pause, Trigger trigger) {
    for (Cause cause : trigger.causes()) {
      moves.add(
          new Move(
              effect,
              pause,
              sorted(cause.on()),
              cause.by().stream().map(faces::actor).distinct().toList(),
              where(cause),
              given(cause),
              faces.tier(cause.enters()),
              cause.at(),
              cause.before()));
    }
  }

  /** A trigger's kinds have the same data, as far as it asks for them. */
  private Map<String, Object> where(Cause cause) {
    Map<String, Object> where = new TreeMap<>(cause.where());
    cause.on().forEach(kind -> where.putAll(faces.data(kind, where)));
    return where;
  }

  private Map<String, List<String>> given(Cause cause) {
    Map<String, List<String>> given = new TreeMap<>();
    cause
        .given()
        .forEach(
            (input, values) ->
                given.put(
                    input,
                    values.stream()
                        .map(value -> faces.value(input, value))
                        .distinct()
                        .sorted()
                        .toList()));
    return given;
  }

  /** In the pack's order: a set's own order is another in every run. */
  private List<String> sorted(Collection<String> codes) {
    return codes.stream().sorted(Comparator.comparingInt(kinds::indexOf)).toList();
  }
}
