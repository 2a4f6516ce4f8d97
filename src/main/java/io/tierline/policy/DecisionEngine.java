package io.tierline.policy;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.kie.dmn.api.core.DMNContext;
import org.kie.dmn.api.core.DMNDecisionResult;
import org.kie.dmn.api.core.DMNMessage;
import org.kie.dmn.api.core.DMNModel;
import org.kie.dmn.api.core.DMNRuntime;
import org.kie.dmn.api.core.event.AfterEvaluateDecisionTableEvent;
import org.kie.dmn.api.core.event.DMNRuntimeEventListener;
import org.kie.dmn.core.internal.utils.DMNRuntimeBuilder;
import org.kie.dmn.validation.DMNValidator;
import org.kie.dmn.validation.DMNValidator.Validation;
import org.kie.dmn.validation.DMNValidatorFactory;
import org.kie.internal.io.ResourceFactory;

/** One table in the DMN engine. */
final class DecisionEngine implements DMNRuntimeEventListener {

  private static final DMNValidator VALIDATOR = DMNValidatorFactory.newValidator();

  private final Sheet sheet;
  private final DMNRuntime runtime;
  private final DMNModel model;
  private List<Integer> applied = List.of();

  private DecisionEngine(Sheet sheet, DMNRuntime runtime) {
    this.sheet = sheet;
    this.runtime = runtime;
    this.model = runtime.getModels().getFirst();
    runtime.addListener(this);
  }

  /** Validates and compiles a table; nothing and faults if something is wrong with it. */
  static Optional<DecisionEngine> of(Sheet sheet, List<Fault> faults) {
    try {
      List<DMNMessage> messages = new ArrayList<>(validate(sheet));
      DMNRuntime runtime =
          DMNRuntimeBuilder.fromDefaults()
              .buildConfiguration()
              .fromResources(
                  List.of(ResourceFactory.newReaderResource(new StringReader(sheet.xml()))))
              .getOrElseThrow(IllegalStateException::new);
      runtime.getModels().forEach(model -> messages.addAll(model.getMessages()));
      Set<String> errors = errors(messages);
      errors.forEach(error -> faults.add(fault(sheet, error)));
      return errors.isEmpty() ? Optional.of(new DecisionEngine(sheet, runtime)) : Optional.empty();
    } catch (RuntimeException broken) {
      faults.add(fault(sheet, "the DMN engine failed: " + broken.getMessage()));
      return Optional.empty();
    }
  }

  /** Gaps, overlaps and dead rows are proved exactly elsewhere, so warnings add nothing. */
  private static Set<String> errors(List<DMNMessage> messages) {
    return messages.stream()
        .filter(message -> message.getSeverity() == DMNMessage.Severity.ERROR)
        .map(DMNMessage::getText)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static Fault fault(Sheet sheet, String what) {
    return new Fault(sheet.file(), null, "Expected a sound model, but " + what);
  }

  /**
   * Evaluates the table. Not for two threads at once: the engine tells the rows by an event.
   *
   * @return the outputs of every row that applies, by its number
   */
  synchronized Map<Integer, Map<String, Object>> evaluate(Map<String, Object> values) {
    applied = List.of();
    DMNContext context = runtime.newContext();
    values.forEach(context::set);
    DMNDecisionResult result =
        runtime
            .evaluateById(model, context, sheet.decision())
            .getDecisionResultById(sheet.decision());
    Map<Integer, Map<String, Object>> rows = new TreeMap<>();
    for (int i = 0; i < applied.size(); i++) {
      Object answer = result.getResult() instanceof List<?> all ? all.get(i) : result.getResult();
      rows.put(applied.get(i), outputs(answer));
    }
    return rows;
  }

  @Override
  public void afterEvaluateDecisionTable(AfterEvaluateDecisionTableEvent event) {
    applied = sheet.policy().single() ? event.getSelected() : event.getMatches();
  }

  @SuppressWarnings("unchecked")
  private Map<String, Object> outputs(Object answer) {
    return answer instanceof Map<?, ?> several
        ? Map.copyOf((Map<String, Object>) several)
        : Map.of(sheet.outputs().getFirst().name(), answer);
  }

  private static List<DMNMessage> validate(Sheet sheet) {
    synchronized (VALIDATOR) {
      return VALIDATOR.validate(
          new StringReader(sheet.xml()), Validation.VALIDATE_SCHEMA, Validation.VALIDATE_MODEL);
    }
  }
}
