package io.tierline.policy;

import io.tierline.policy.Sheet.Input;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.w3c.dom.Element;

/**
 * Adds to a file, in memory only, what Camunda Modeler leaves out and the DMN engine needs, and
 * takes away what it leaves over. Without that the engine reports success with a wrong row.
 */
final class Wholeness {

  private static final Set<String> BEFORE_VARIABLE =
      Set.of("description", "extensionElements", "question", "allowedAnswers", "variable");

  private Wholeness() {}

  static void complete(Element decision, Element table, List<Input> inputs) {
    for (Element rule : DmnXml.children(table, "rule")) {
      DmnXml.children(rule, "inputEntry").forEach(Wholeness::fill);
    }
    if (DmnXml.children(decision, "variable").isEmpty()) {
      addVariable(decision, decision.getAttribute("name"), null);
    }
    inputs.forEach(input -> addInput(decision, input));
    forget(decision, inputs.stream().map(Input::name).toList());
  }

  /**
   * The circle of a column that is gone, or is called otherwise now, stays in the diagram. The
   * engine would wait for its value in vain and apply no row.
   */
  private static void forget(Element decision, List<String> names) {
    List<String> unasked =
        DmnXml.children(decision.getParentNode(), "inputData").stream()
            .filter(data -> !names.contains(data.getAttribute("name")))
            .map(data -> "#" + data.getAttribute("id"))
            .toList();
    DmnXml.children(decision, "informationRequirement").stream()
        .filter(
            requirement ->
                DmnXml.children(requirement, "requiredInput").stream()
                    .anyMatch(needed -> unasked.contains(needed.getAttribute("href"))))
        .forEach(decision::removeChild);
  }

  /** An empty cell is the Modeler's "any". */
  private static void fill(Element cell) {
    List<Element> texts = DmnXml.children(cell, "text");
    Element text = texts.isEmpty() ? DmnXml.create(cell, "text") : texts.getFirst();
    if (text.getTextContent().isBlank()) {
      text.setTextContent("-");
      cell.appendChild(text);
    }
  }

  private static void addInput(Element decision, Input input) {
    Element data = inputData(decision, input.name());
    if (DmnXml.children(data, "variable").isEmpty()) {
      addVariable(data, input.name(), Values.type(input.domain()));
    }
    String reference = "#" + data.getAttribute("id");
    boolean required =
        DmnXml.children(decision, "informationRequirement").stream()
            .flatMap(requirement -> DmnXml.children(requirement, "requiredInput").stream())
            .anyMatch(needed -> needed.getAttribute("href").equals(reference));
    if (!required) {
      Element requirement = DmnXml.create(decision, "informationRequirement");
      Element needed = DmnXml.create(decision, "requiredInput");
      needed.setAttribute("href", reference);
      requirement.appendChild(needed);
      Element variable = DmnXml.children(decision, "variable").getFirst();
      decision.insertBefore(requirement, variable.getNextSibling());
    }
  }

  private static Element inputData(Element decision, String name) {
    Optional<Element> drawn =
        DmnXml.children(decision.getParentNode(), "inputData").stream()
            .filter(data -> data.getAttribute("name").equals(name))
            .findFirst();
    if (drawn.isPresent()) {
      return drawn.get();
    }
    Element data = DmnXml.create(decision, "inputData");
    data.setAttribute("id", "Tierline_" + name);
    data.setAttribute("name", name);
    decision.getParentNode().insertBefore(data, decision.getNextSibling());
    return data;
  }

  private static void addVariable(
      Element owner, String name, @org.jspecify.annotations.Nullable String type) {
    Element variable = DmnXml.create(owner, "variable");
    variable.setAttribute("name", name);
    if (type != null) {
      variable.setAttribute("typeRef", type);
    }
    Element next =
        DmnXml.children(owner)
            .filter(child -> !BEFORE_VARIABLE.contains(child.getLocalName()))
            .findFirst()
            .orElse(null);
    owner.insertBefore(variable, next);
  }
}
