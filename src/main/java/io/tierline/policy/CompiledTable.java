package io.tierline.policy;

import io.tierline.policy.Sheet.Input;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A table whose answers come from the DMN engine once and are looked up from then on. */
final class CompiledTable implements Table {

  /** More than any single-hit table has combinations; a table that collects starts over here. */
  private static final int MOST_REMEMBERED = Proof.MOST_COMBINATIONS;

  private final Sheet sheet;
  private final Space space;
  private final DecisionEngine engine;
  private final List<String> inputs;
  private final Map<Long, List<Match>> answers = new ConcurrentHashMap<>();
  private final Map<List<Integer>, List<Match>> shared = new ConcurrentHashMap<>();

  CompiledTable(Sheet sheet, Space space, DecisionEngine engine) {
    this.sheet = sheet;
    this.space = space;
    this.engine = engine;
    this.inputs = sheet.inputs().stream().map(Input::name).toList();
  }

  @Override
  public String decision() {
    return sheet.decision();
  }

  @Override
  public List<String> inputs() {
    return inputs;
  }

  @Override
  public List<String> outputs() {
    return sheet.outputs().stream().map(Sheet.Output::name).toList();
  }

  @Override
  public boolean single() {
    return sheet.policy().single();
  }

  @Override
  public boolean decides(Map<String, Object> values) {
    return space.indexOf(values) >= 0;
  }

  @Override
  public List<Match> match(Map<String, Object> values) {
    long index = space.indexOf(values);
    return index < 0 ? List.of() : answer(index);
  }

  /** The answer for a combination of the space. */
  List<Match> answer(long index) {
    List<Match> known = answers.get(index);
    if (known != null) {
      return known;
    }
    List<Match> answer = ask(space.sample(index));
    if (answers.size() >= MOST_REMEMBERED) {
      answers.clear();
    }
    answers.put(index, answer);
    return answer;
  }

  /** Many combinations have the same rows, so they share one answer. */
  private List<Match> ask(Map<String, Object> values) {
    Map<Integer, Map<String, Object>> rows = engine.evaluate(values);
    return shared.computeIfAbsent(
        List.copyOf(rows.keySet()),
        numbers -> numbers.stream().map(number -> match(number, rows.get(number))).toList());
  }

  private Match match(int number, Map<String, Object> outputs) {
    return new Match(sheet.decision(), outputs, number, sheet.rows().get(number - 1).clauses());
  }
}
