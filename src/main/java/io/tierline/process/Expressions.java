package io.tierline.process;

import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import java.io.ByteArrayInputStream;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.xml.instance.DomElement;

/** The expressions of a model: which variables they name. */
final class Expressions {

  /** An ISO-8601 duration as a whole word, such as {@code PT4H} or {@code P3D}. */
  static final Pattern DURATION =
      Pattern.compile("\\bP(?=\\d|T\\d)(\\d+[YMWD])*(T(\\d+[HMS])+)?\\b");

  /** A text, a name, or what follows a name's dot: that is the pack's, not ours. */
  private static final Pattern NAME =
      Pattern.compile("\"[^\"]*\"|\\.\\s*[A-Za-z][A-Za-z0-9_]*|[A-Za-z][A-Za-z0-9_]*");

  private static final Set<String> WORDS =
      Set.of(
          "if",
          "then",
          "else",
          "true",
          "false",
          "null",
          "or",
          "not",
          "list",
          "contains",
          "count",
          "concatenate",
          "distinct",
          "values");

  /** What forms ask a person for, beside what an {@link Act} carries. */
  private static final Set<String> ASKED = Set.of("ground", "action");

  private static final Set<String> KNOWN =
      Stream.of(Subject.class, Route.class, Act.class, Verdict.class)
          .flatMap(type -> Arrays.stream(type.getRecordComponents()))
          .map(RecordComponent::getName)
          .collect(Collectors.toUnmodifiableSet());

  private Expressions() {}

  /** Names in a model's expressions. */
  static Set<String> names(Model model) {
    return names(Bpmn.readModelFromStream(new ByteArrayInputStream(model.content())));
  }

  private static Set<String> names(BpmnModelInstance model) {
    Set<String> names = new TreeSet<>();
    collect(model.getDocument().getRootElement(), names);
    return names;
  }

  /** Names in a model's expressions that are fields of no variable record. */
  static Set<String> unknown(BpmnModelInstance model) {
    Set<String> unknown = names(model);
    unknown.removeAll(KNOWN);
    unknown.removeAll(ASKED);
    return unknown;
  }

  private static void collect(DomElement element, Set<String> names) {
    Stream.of("source", "correlationKey", "candidateGroups", "dueDate", "processId", "formId")
        .map(element::getAttribute)
        .forEach(value -> addNames(value, names));
    if (element.getLocalName().equals("conditionExpression")) {
      addNames(element.getTextContent(), names);
    }
    element.getChildElements().forEach(child -> collect(child, names));
  }

  private static void addNames(@org.jspecify.annotations.Nullable String value, Set<String> names) {
    if (value == null || !value.startsWith("=")) {
      return;
    }
    Matcher matcher = NAME.matcher(value);
    while (matcher.find()) {
      String found = matcher.group();
      if (Character.isLetter(found.charAt(0)) && !WORDS.contains(found)) {
        names.add(found);
      }
    }
  }
}
