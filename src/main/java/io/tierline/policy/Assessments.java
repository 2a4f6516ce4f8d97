package io.tierline.policy;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The pack's own decisions, taken in its order: each may read those before it. */
final class Assessments {

  private final Declaration declaration;
  private final Decisions decisions;
  private final Map<String, Object> values;
  private final List<String> early;
  private final List<String> late;
  private Map<String, Answer> answers = Map.of();

  /**
   * @param values what tables see: the answers are put there
   */
  Assessments(Declaration declaration, Decisions decisions, Map<String, Object> values) {
    this.declaration = declaration;
    this.decisions = decisions;
    this.values = values;
    early = declaration.assessed(false);
    late = declaration.assessed(true);
  }

  /** Takes them anew. */
  void take() {
    if (early.isEmpty()) {
      return;
    }
    Map<String, Answer> taken = new LinkedHashMap<>();
    for (String name : early) {
      Answer answer = decisions.answer(name, name, values);
      taken.put(name, answer);
      values.put(name, answer.value() == null ? Inputs.NONE : answer.value());
    }
    answers = Collections.unmodifiableMap(taken);
  }

  /** What all of them answer, by their names, now that everything that they ask for is known. */
  Map<String, Answer> answers() {
    Map<String, Answer> all = new LinkedHashMap<>(answers);
    late.forEach(name -> all.put(name, decisions.answer(name, name, values)));
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
