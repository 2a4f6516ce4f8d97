package io.tierline.policy;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** The pack's own decisions, taken in its order: each may read those before it. */
final class Assessments {

  private final Declaration declaration;
  private final Decisions decisions;
  private final Map<String, Object> values;
  private Map<String, Answer> answers = Map.of();

  /**
   * @param values what tables see: the answers are put there
   */
  Assessments(Declaration declaration, Decisions decisions, Map<String, Object> values) {
    this.declaration = declaration;
    this.decisions = decisions;
    this.values = values;
  }

  /** Takes them anew. */
  void take() {
    if (declaration.assessments().isEmpty()) {
      return;
    }
    Map<String, Answer> taken = new LinkedHashMap<>();
    declaration
        .assessments()
        .forEach(
            (name, rule) -> {
              if (!rule.last()) {
                Answer answer = decisions.answer(name, name, values);
                taken.put(name, answer);
                values.put(name, answer.value() == null ? Inputs.NONE : answer.value());
              }
            });
    answers = Collections.unmodifiableMap(taken);
  }

  /** What all of them answer, by their names, now that everything that they ask for is known. */
  Map<String, Answer> answers() {
    Map<String, Answer> all = new LinkedHashMap<>(answers);
    declaration
        .assessments()
        .forEach(
            (name, rule) -> {
              if (rule.last()) {
                all.put(name, decisions.answer(name, name, values));
              }
            });
    return Collections.unmodifiableMap(all);
  }

  /** Lets tables that are asked last see how the clocks stand. */
  void see(Iterable<Reading> clocks) {
    declaration
        .clocks()
        .values()
        .forEach(
            rule -> {
              if (rule.input() != null) {
                values.put(rule.input(), Inputs.NONE);
              }
            });
    for (Reading reading : clocks) {
      String input = declaration.clocks().get(reading.clock().name()).input();
      if (input != null) {
        values.put(input, reading.runs());
      }
    }
  }
}
