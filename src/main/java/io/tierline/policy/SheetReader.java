package io.tierline.policy;

import io.tierline.policy.Sheet.HitPolicy;
import io.tierline.policy.Sheet.Input;
import io.tierline.policy.Sheet.Output;
import io.tierline.policy.Sheet.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Reads one decision table's file and refuses what could mean something else elsewhere. */
final class SheetReader {

  private static final Set<String> DIAGRAM =
      Set.of(
          "description",
          "extensionElements",
          "decision",
          "inputData",
          "textAnnotation",
          "association",
          "knowledgeSource",
          "DMNDI");

  /**
   * What a table consists of. The engine would evaluate more than its cells, and its expressions
   * can call Java; so whatever holds one is known by name and read by us first, or refused.
   */
  private static final Set<String> TABLE =
      Set.of(
          "description",
          "question",
          "allowedAnswers",
          "variable",
          "informationRequirement",
          "requiredInput",
          "authorityRequirement",
          "requiredAuthority",
          "decisionTable",
          "input",
          "inputExpression",
          "inputValues",
          "output",
          "outputValues",
          "rule",
          "inputEntry",
          "outputEntry",
          "text",
          "annotation",
          "annotationEntry");

  private final String file;
  private final Function<String, Optional<Domain>> domains;
  private final List<Fault> faults;
  private final int known;

  SheetReader(String file, Function<String, Optional<Domain>> domains, List<Fault> faults) {
    this.file = file;
    this.domains = domains;
    this.faults = faults;
    this.known = faults.size();
  }

  /** The table, if nothing is wrong with it; faults otherwise. */
  Optional<Sheet> read(String xml) {
    return DmnXml.parse(file, xml, faults).flatMap(this::read).filter(sheet -> sound());
  }

  private boolean sound() {
    return faults.size() == known;
  }

  private Optional<Sheet> read(Document document) {
    Element definitions = document.getDocumentElement();
    DmnXml.children(definitions)
        .map(Element::getLocalName)
        .filter(name -> !DIAGRAM.contains(name))
        .forEach(name -> fault("Expected one decision and its input data, but found " + name));
    List<Element> decisions = DmnXml.children(definitions, "decision");
    if (decisions.size() != 1) {
      fault("Expected one decision, but found " + decisions.size());
      return Optional.empty();
    }
    Element decision = decisions.getFirst();
    String id = id(decision);
    known(decision);
    List<Element> tables = DmnXml.children(decision, "decisionTable");
    if (tables.isEmpty()) {
      fault("Expected a decision table, but found none");
      return Optional.empty();
    }
    return Optional.of(sheet(id, decision, tables.getFirst()));
  }

  private void known(Element parent) {
    for (Element child : DmnXml.children(parent).toList()) {
      if (TABLE.contains(child.getLocalName())) {
        known(child);
      } else if (!child.getLocalName().equals("extensionElements")) {
        fault("Expected the parts of a plain table, but found " + child.getLocalName());
      }
    }
  }

  private String id(Element decision) {
    String id = file.substring(file.lastIndexOf('/') + 1).replace(".dmn", "");
    String found = decision.getAttribute("id");
    if (!id.equals(found)) {
      fault("Expected the id %s as the file's name says, but found %s".formatted(id, found));
    }
    return id;
  }

  private Sheet sheet(String id, Element decision, Element table) {
    HitPolicy policy = policy(table);
    ColumnReader columns = new ColumnReader(file, domains, faults);
    List<Input> inputs = DmnXml.children(table, "input").stream().map(columns::input).toList();
    List<Output> outputs = DmnXml.children(table, "output").stream().map(columns::output).toList();
    RowReader reader = new RowReader(file, domains, inputs, outputs, faults);
    List<Row> rows = new ArrayList<>();
    for (Element rule : DmnXml.children(table, "rule")) {
      rows.add(reader.row(rows.size() + 1, rule));
    }
    if (rows.isEmpty() || inputs.isEmpty() || outputs.isEmpty()) {
      fault("Expected inputs, outputs and rows, but the table lacks one of them");
    }
    Wholeness.complete(decision, table, inputs);
    String xml = DmnXml.text(decision.getOwnerDocument());
    return new Sheet(file, id, policy, inputs, outputs, rows, xml);
  }

  private HitPolicy policy(Element table) {
    String policy = table.getAttribute("hitPolicy").replace(' ', '_');
    String aggregation = table.getAttribute("aggregation");
    if (!aggregation.isEmpty()) {
      fault("Expected rows to be collected as they are, but found the aggregation " + aggregation);
    }
    if (policy.isEmpty()) {
      return HitPolicy.UNIQUE;
    }
    List<HitPolicy> known = List.of(HitPolicy.values());
    Optional<HitPolicy> found = known.stream().filter(one -> one.name().equals(policy)).findFirst();
    if (found.isEmpty()) {
      fault("Expected a hit policy of %s, but found %s".formatted(known, policy));
    }
    return found.orElse(HitPolicy.UNIQUE);
  }

  private void fault(String reason) {
    faults.add(new Fault(file, null, reason));
  }
}
