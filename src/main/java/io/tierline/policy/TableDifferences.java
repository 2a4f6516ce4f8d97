package io.tierline.policy;

import io.tierline.policy.Differences.Line;
import io.tierline.policy.Differences.Row;
import io.tierline.policy.Differences.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/**
 * Two decision tables of one name beside each other. Rows that say the same are put together first,
 * then those that answer the same question otherwise, then those that name the same clauses.
 *
 * @param reordered whether rows that say the same stand in another order and that may matter
 * @param hitPolicy what it means that several rows apply, if that isn't the same
 */
record TableDifferences(
    String decision, List<Row> rows, boolean reordered, Optional<Value> hitPolicy) {

  private static final String REASON = "reason";

  private record Found(Line line, List<String> clauses) {}

  private record Pair(@Nullable Found one, @Nullable Found other) {

    int place() {
      return one != null ? one.line().row() : other == null ? 0 : other.line().row();
    }

    Row row(String decision) {
      List<String> clauses =
          Stream.of(one, other)
              .filter(found -> found != null)
              .flatMap(found -> found.clauses().stream())
              .distinct()
              .sorted()
              .toList();
      return new Row(
          decision, clauses, one == null ? null : one.line(), other == null ? null : other.line());
    }
  }

  /**
   * Compares two tables.
   *
   * @param one null if this pack has none
   * @param other null if the other one has none
   * @param words whether reasons in words count: not between packs of different languages
   */
  static TableDifferences of(
      String file, @Nullable String one, @Nullable String other, boolean words) {
    String decision = file.replace(".dmn", "");
    List<Found> ours = new ArrayList<>(lines(file, one, words));
    List<Found> others = new ArrayList<>(lines(file, other, words));
    List<Pair> same = pairs(ours, others, (a, b) -> when(a, b) && then(a, b));
    List<Pair> different = new ArrayList<>(pairs(ours, others, TableDifferences::when));
    different.addAll(
        pairs(ours, others, (a, b) -> !a.clauses().isEmpty() && a.clauses().equals(b.clauses())));
    ours.forEach(line -> different.add(new Pair(line, null)));
    others.forEach(line -> different.add(new Pair(null, line)));
    List<Row> rows =
        different.stream()
            .sorted(Comparator.comparing(Pair::place))
            .map(pair -> pair.row(decision))
            .toList();
    return new TableDifferences(
        decision, rows, (ordered(one) || ordered(other)) && moved(same), hits(file, one, other));
  }

  /** Takes the pairs out of both lists. */
  private static List<Pair> pairs(
      List<Found> ours, List<Found> others, BiPredicate<Found, Found> alike) {
    List<Pair> pairs = new ArrayList<>();
    for (Found one : List.copyOf(ours)) {
      others.stream()
          .filter(other -> alike.test(one, other))
          .findFirst()
          .ifPresent(
              other -> {
                ours.remove(one);
                others.remove(other);
                pairs.add(new Pair(one, other));
              });
    }
    return pairs;
  }

  private static boolean when(Found one, Found other) {
    return one.line().when().equals(other.line().when());
  }

  private static boolean then(Found one, Found other) {
    return one.line().then().equals(other.line().then());
  }

  private static boolean moved(List<Pair> same) {
    List<Integer> there =
        same.stream()
            .map(Pair::other)
            .filter(found -> found != null)
            .map(found -> found.line().row())
            .toList();
    return !there.equals(there.stream().sorted().toList());
  }

  private static Optional<Value> hits(String file, @Nullable String one, @Nullable String other) {
    if (one == null || other == null || policy(one).equals(policy(other))) {
      return Optional.empty();
    }
    return Optional.of(new Value(file + "#hitPolicy", List.of(), policy(one), policy(other)));
  }

  private static String policy(String xml) {
    String policy = table(xml).getAttribute("hitPolicy");
    return policy.isEmpty() ? "UNIQUE" : policy;
  }

  /** Where one row at most applies, or all that do are collected, the order says nothing. */
  private static boolean ordered(@Nullable String xml) {
    return xml != null && policy(xml).matches("FIRST|RULE ORDER");
  }

  private static List<Found> lines(String file, @Nullable String xml, boolean words) {
    if (xml == null) {
      return List.of();
    }
    Element table = table(xml);
    List<String> inputs =
        DmnXml.children(table, "input").stream()
            .flatMap(input -> DmnXml.children(input, "inputExpression").stream())
            .map(expression -> DmnXml.text(expression, "text"))
            .toList();
    List<String> outputs =
        DmnXml.children(table, "output").stream().map(out -> out.getAttribute("name")).toList();
    List<Found> lines = new ArrayList<>();
    for (Element rule : DmnXml.children(table, "rule")) {
      Map<String, String> when = cells(rule, "inputEntry", inputs);
      when.values().removeIf(cell -> cell.isEmpty() || cell.equals("-"));
      Map<String, String> then = cells(rule, "outputEntry", outputs);
      if (!words) {
        then.remove(REASON);
      }
      lines.add(
          new Found(
              new Line(lines.size() + 1, when, then),
              RowReader.clauses(DmnXml.text(rule, "description"))));
    }
    return lines;
  }

  private static Map<String, String> cells(Element rule, String sort, List<String> names) {
    Map<String, String> cells = new LinkedHashMap<>();
    List<Element> entries = DmnXml.children(rule, sort);
    for (int i = 0; i < entries.size(); i++) {
      cells.put(names.get(i), DmnXml.text(entries.get(i), "text"));
    }
    return cells;
  }

  private static Element table(String xml) {
    Element definitions =
        DmnXml.parse("", xml, new ArrayList<>()).orElseThrow().getDocumentElement();
    Element decision = DmnXml.children(definitions, "decision").getFirst();
    return DmnXml.children(decision, "decisionTable").getFirst();
  }
}
