package io.tierline.policy;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A table that answers by its cells alone, without the DMN engine. Compiling a pack makes sure that
 * the engine reads every cell in the same way.
 */
final class PlainTable implements Table {

  private final Sheet sheet;
  private final Space space;
  private final List<Match> matches;
  private final List<Object> words;
  private final Map<Long, int[]> known = new ConcurrentHashMap<>();
  volatile @Nullable BiConsumer<String, Map<String, Object>> listener;

  PlainTable(Sheet sheet, Space space) {
    this.sheet = sheet;
    this.space = space;
    this.matches = sheet.rows().stream().map(this::match).toList();
    this.words =
        List.copyOf(matches.stream().map(one -> List.of(one.outputs(), one.clauses())).toList());
  }

  @Override
  public String decision() {
    return sheet.decision();
  }

  @Override
  public List<String> inputs() {
    return sheet.inputs().stream().map(Sheet.Input::name).toList();
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
    told(values);
    return space.indexOf(values) >= 0;
  }

  @Override
  public List<Match> match(Map<String, Object> values) {
    told(values);
    return at(space.indexOf(values));
  }

  /** What it answers; null if a value was never declared. Rows' numbers are no part of it. */
  @Nullable List<Object> answer(Map<String, Object> values) {
    long index = space.indexOf(values);
    return index < 0 ? null : IntStream.of(rows(index)).mapToObj(words::get).toList();
  }

  /** The first row that applies, from 1; 0 for none. */
  int row(Map<String, Object> values) {
    return at(space.indexOf(values)).stream().mapToInt(Match::row).findFirst().orElse(0);
  }

  /** Whether it answers everything as another table does, whatever clauses the rows name. */
  boolean means(PlainTable other) {
    Space both = new Space(with(other.sheet.rows()));
    return both.size() <= Proof.MOST_COMBINATIONS
        && LongStream.range(0, both.size())
            .mapToObj(index -> sample(both, index))
            .allMatch(values -> outputs(values).equals(other.outputs(values)));
  }

  private Sheet with(List<Sheet.Row> others) {
    return new Sheet(
        sheet.file(),
        sheet.decision(),
        sheet.policy(),
        sheet.inputs(),
        sheet.outputs(),
        Stream.concat(sheet.rows().stream(), others.stream()).toList(),
        sheet.xml());
  }

  private List<Map<String, Object>> outputs(Map<String, Object> values) {
    return at(space.indexOf(values)).stream().map(Match::outputs).toList();
  }

  /** One question of those that neither of the two tables tells apart. */
  private static Map<String, Object> sample(Space space, long index) {
    Map<String, Object> values = space.sample(index);
    values.replaceAll(
        (name, value) -> value instanceof BigDecimal whole ? whole.longValue() : value);
    return values;
  }

  private List<Match> at(long index) {
    return index < 0 ? List.of() : IntStream.of(rows(index)).mapToObj(matches::get).toList();
  }

  private int[] rows(long index) {
    return known.computeIfAbsent(
        index, one -> space.rows(one).stream().limit(single() ? 1 : Integer.MAX_VALUE).toArray());
  }

  private Match match(Sheet.Row row) {
    Map<String, Object> outputs = new LinkedHashMap<>();
    for (int i = 0; i < row.outputs().size(); i++) {
      outputs.put(sheet.outputs().get(i).name(), row.outputs().get(i));
    }
    return new Match(sheet.decision(), outputs, row.number(), row.clauses());
  }

  private void told(Map<String, Object> values) {
    BiConsumer<String, Map<String, Object>> heard = listener;
    if (heard != null) {
      heard.accept(sheet.decision(), values);
    }
  }
}
