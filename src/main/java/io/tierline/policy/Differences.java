package io.tierline.policy;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Where two packs, or two versions of one, say different things: two editions of a document, a
 * change before it is released. What each is called, comments, clause numbers and words of a
 * language that only one of them speaks are no differences.
 *
 * @param values of {@code policy.yaml}, and hit policies of tables
 * @param rows of decision tables
 * @param reordered sections whose order says something, such as {@code tiers}, and tables of which
 *     the first row that applies answers, if what both have stands in another order
 * @param files rule files with another text, or that only one has
 */
public record Differences(
    List<Value> values, List<Row> rows, List<String> reordered, List<String> files) {

  /**
   * A value that only one says, or that each says otherwise.
   *
   * @param place its path, such as {@code readings.clock.RESTORE.value}
   * @param clauses what the value, or what it is part of, names
   * @param here what this pack says; null if nothing
   * @param there what the other one says; null if nothing
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Value(
      String place, List<String> clauses, @Nullable Object here, @Nullable Object there) {}

  /**
   * A row that only one has, or that answers otherwise or under other conditions.
   *
   * @param clauses what the rows name
   * @param here this pack's row; null if it has none
   * @param there the other one's row; null if it has none
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Row(
      String decision, List<String> clauses, @Nullable Line here, @Nullable Line there) {}

  /**
   * A row of a table.
   *
   * @param row its number, from 1
   * @param when its conditions by input, as they stand in the cells; those that hold for any are
   *     left out
   * @param then its answers by output, as they stand in the cells
   */
  public record Line(int row, Map<String, String> when, Map<String, String> then) {}

  /** Compares files that have compiled. */
  public static Differences of(PackFiles here, PackFiles there) {
    SortedMap<String, String> ours = named(here);
    SortedMap<String, String> others = named(there);
    PolicyDifferences policy =
        PolicyDifferences.of(ours.remove("policy.yaml"), others.remove("policy.yaml"));
    List<Value> values = new ArrayList<>(policy.values());
    List<Row> rows = new ArrayList<>();
    List<String> reordered = new ArrayList<>(policy.reordered());
    List<String> files = new ArrayList<>();
    TreeSet<String> names = new TreeSet<>(ours.keySet());
    names.addAll(others.keySet());
    for (String name : names) {
      String one = ours.get(name);
      String other = others.get(name);
      if (name.endsWith(".dmn")) {
        TableDifferences table = TableDifferences.of(name, one, other, policy.sameLanguages());
        rows.addAll(table.rows());
        table.hitPolicy().ifPresent(values::add);
        if (table.reordered()) {
          reordered.add(table.decision());
        }
      } else if (!Objects.equals(one, other)) {
        files.add(name);
      }
    }
    return new Differences(
        List.copyOf(values), List.copyOf(rows), List.copyOf(reordered), List.copyOf(files));
  }

  /** By name alone, for each pack's files stand in a folder of its name. */
  private static SortedMap<String, String> named(PackFiles files) {
    SortedMap<String, String> named = new TreeMap<>();
    files
        .files()
        .forEach((path, text) -> named.put(path.substring(path.lastIndexOf('/') + 1), text));
    return named;
  }
}
