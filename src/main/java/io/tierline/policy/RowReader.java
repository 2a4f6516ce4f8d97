package io.tierline.policy;

import io.tierline.policy.Sheet.Input;
import io.tierline.policy.Sheet.Output;
import io.tierline.policy.Sheet.Row;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.w3c.dom.Element;

/** Reads the rows of a decision table, cell by cell, and refuses what no column could mean. */
record RowReader(
    String file,
    Function<String, Optional<Domain>> domains,
    List<Input> inputs,
    List<Output> outputs,
    List<Fault> faults) {

  private static final Pattern CLAUSE = Pattern.compile("\\b[A-Z]{2}-\\d{3}\\b");

  Row row(int number, Element rule) {
    List<String> cells = texts(rule, "inputEntry");
    List<String> results = texts(rule, "outputEntry");
    if (cells.size() != inputs.size() || results.size() != outputs.size()) {
      fault(
          "row " + number,
          "Expected %d input and %d output cells, but found %d and %d"
              .formatted(inputs.size(), outputs.size(), cells.size(), results.size()));
      return new Row(number, List.of(), List.of(), List.of());
    }
    List<Cell> tests = new ArrayList<>();
    for (int i = 0; i < cells.size(); i++) {
      tests.add(test(number, inputs.get(i), cells.get(i)));
    }
    List<Object> values = new ArrayList<>();
    for (int i = 0; i < results.size(); i++) {
      values.add(value(number, outputs.get(i), results.get(i)));
    }
    return new Row(number, tests, values, clauses(DmnXml.text(rule, "description")));
  }

  private Cell test(int row, Input input, String text) {
    String where = "row %d, input %s".formatted(row, input.label());
    Optional<Cell> cell = Cell.parse(text);
    if (cell.isEmpty()) {
      fault(where, "Expected %s, but found %s".formatted(Cell.LANGUAGE, text));
    }
    cell.stream()
        .flatMap(found -> found.tests().stream())
        .filter(test -> !Values.fits(test, input.domain()))
        .forEach(
            test ->
                fault(
                    where,
                    "Expected %s, but found %s"
                        .formatted(Values.describe(input.domain()), Values.describe(test))));
    return cell.orElse(new Cell(false, List.of()));
  }

  private Object value(int row, Output output, String text) {
    String where = "row %d, output %s".formatted(row, output.label());
    Optional<Object> literal =
        Cell.parse(text)
            .filter(cell -> !cell.negated() && cell.tests().size() == 1)
            .flatMap(cell -> cell.literals().findFirst());
    if (literal.isEmpty()) {
      fault(where, "Expected one literal, but found " + (text.isEmpty() ? "nothing" : text));
      return "";
    }
    Cell.Literal found = new Cell.Literal(literal.get());
    domains
        .apply(output.name())
        .filter(domain -> !Values.fits(found, domain))
        .ifPresent(
            domain ->
                fault(
                    where,
                    "Expected %s, but found %s"
                        .formatted(Values.describe(domain), Values.describe(found))));
    return literal.get();
  }

  private static List<String> texts(Element rule, String name) {
    return DmnXml.children(rule, name).stream().map(cell -> DmnXml.text(cell, "text")).toList();
  }

  static List<String> clauses(String description) {
    return List.copyOf(
        CLAUSE
            .matcher(description)
            .results()
            .map(MatchResult::group)
            .collect(Collectors.toCollection(LinkedHashSet::new)));
  }

  private void fault(String where, String reason) {
    faults.add(new Fault(file, where, reason));
  }
}
