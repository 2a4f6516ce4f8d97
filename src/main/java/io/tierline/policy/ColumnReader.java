package io.tierline.policy;

import io.tierline.policy.Sheet.Input;
import io.tierline.policy.Sheet.Output;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.w3c.dom.Element;

/** Reads the columns of a decision table and holds them against what the pack declares. */
record ColumnReader(String file, Function<String, Optional<Domain>> domains, List<Fault> faults) {

  private static final Pattern NAME = Pattern.compile("[A-Za-z]\\w*");

  Input input(Element column) {
    Element expression =
        DmnXml.children(column, "inputExpression").stream().findFirst().orElse(column);
    String name = DmnXml.text(expression, "text");
    String label = label(column, name);
    Optional<Domain> domain = NAME.matcher(name).matches() ? domains.apply(name) : Optional.empty();
    if (domain.isEmpty()) {
      fault(
          "input " + label,
          "Expected the name of something the pack declares, but found '%s'".formatted(name));
      return new Input(name, label, new Domain.Flag());
    }
    Input input = new Input(name, label, domain.get());
    type(input, expression.getAttribute("typeRef"));
    DmnXml.children(column, "inputValues")
        .forEach(values -> declared(input, DmnXml.text(values, "text")));
    return input;
  }

  private void type(Input input, String found) {
    String expected = Values.type(input.domain());
    if (!found.equals(expected)) {
      fault(
          "input " + input.label(),
          "Expected the type %s, but found %s"
              .formatted(expected, found.isEmpty() ? "none" : found));
    }
  }

  private void declared(Input input, String text) {
    if (!(input.domain() instanceof Domain.Codes codes)) {
      plain("input " + input.label(), text);
      return;
    }
    Set<Object> declared =
        Cell.parse(text).map(cell -> cell.literals().collect(Collectors.toSet())).orElse(Set.of());
    if (!declared.equals(Set.copyOf(codes.values()))) {
      fault(
          "input " + input.label(),
          "Expected the pack's values %s, but the column declares %s"
              .formatted(codes.values(), text.isEmpty() ? "none" : text));
    }
  }

  Output output(Element column) {
    String name = column.getAttribute("name");
    String label = label(column, name);
    if (!NAME.matcher(name).matches()) {
      fault(
          "output " + label,
          "Expected a name of letters and digits, but found '%s'".formatted(name));
    }
    DmnXml.children(column, "outputValues")
        .forEach(values -> plain("output " + label, DmnXml.text(values, "text")));
    return new Output(name, label);
  }

  /** The engine evaluates these as well. */
  private void plain(String where, String text) {
    if (Cell.parse(text).isEmpty()) {
      fault(where, "Expected values that are %s, but found %s".formatted(Cell.LANGUAGE, text));
    }
  }

  private static String label(Element column, String name) {
    String label = column.getAttribute("label");
    return label.isEmpty() ? name : label;
  }

  private void fault(String where, String reason) {
    faults.add(new Fault(file, where, reason));
  }
}
