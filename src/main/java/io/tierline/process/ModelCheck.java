package io.tierline.process;

import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import io.camunda.zeebe.model.bpmn.instance.ConditionExpression;
import io.camunda.zeebe.model.bpmn.instance.Message;
import io.camunda.zeebe.model.bpmn.instance.Process;
import io.camunda.zeebe.model.bpmn.instance.StartEvent;
import io.camunda.zeebe.model.bpmn.instance.TimerEventDefinition;
import io.camunda.zeebe.model.bpmn.instance.UserTask;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeCalledElement;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeExecutionListener;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeFormDefinition;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeIoMapping;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeSubscription;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeTaskDefinition;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeUserTask;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/**
 * What a model must keep to before it is deployed. A message that correlates on a ticket's number
 * wakes the wrong wait or none; a duration in a model cannot be moved once it runs.
 */
final class ModelCheck {

  private static final Set<String> JOBS = Set.of(Workers.JUDGE, Workers.RECORD);
  private static final Set<String> LISTENERS = Set.of(Workers.HAND_OVER_KEY);

  /** What a form may say; every other variable stays as {@code judge} answered it. */
  private static final Set<String> CHOSEN = Set.of("act", "ground", "action");

  private final Model model;
  private final BpmnModelInstance bpmn;
  private final List<String> faults = new ArrayList<>();

  private ModelCheck(Model model) {
    this.model = model;
    this.bpmn = Bpmn.readModelFromStream(new ByteArrayInputStream(model.content()));
  }

  /** Everything that is wrong with a process; empty if it may be deployed. */
  static List<String> faults(Model model) {
    ModelCheck check = new ModelCheck(model);
    check.name();
    check.messages();
    check.noTimers();
    check.jobs();
    check.bindings();
    check.asCalled();
    check.userTasks();
    return List.copyOf(check.faults);
  }

  private void name() {
    for (Process process : all(Process.class)) {
      expect(process.getId().equals(model.id()), "the process id " + model.id(), process.getId());
    }
  }

  private void messages() {
    for (ZeebeSubscription subscription : all(ZeebeSubscription.class)) {
      String key = subscription.getCorrelationKey();
      expect("=wake".equals(key.replace(" ", "")), "a message to correlate on =wake", key);
    }
    for (Message message : all(Message.class)) {
      boolean waits = message.getSingleExtensionElement(ZeebeSubscription.class) != null;
      boolean named = message.getName().equals(waits ? "wake" : model.id() + "-start");
      expect(named, "a message named wake or " + model.id() + "-start", message.getName());
    }
  }

  private void noTimers() {
    for (TimerEventDefinition timer : all(TimerEventDefinition.class)) {
      expect(false, "no timer", timer.getId());
    }
    String text = new String(model.content(), java.nio.charset.StandardCharsets.UTF_8);
    var duration = Expressions.DURATION.matcher(text);
    expect(!duration.find(), "no duration", "one");
  }

  private void jobs() {
    for (ZeebeTaskDefinition task : all(ZeebeTaskDefinition.class)) {
      expect(JOBS.contains(task.getType()), "a job type of " + JOBS, task.getType());
    }
    for (ZeebeExecutionListener listener : all(ZeebeExecutionListener.class)) {
      String type = listener.getType();
      expect(LISTENERS.contains(type), "a listener of type " + LISTENERS, type);
    }
  }

  private void bindings() {
    for (ZeebeCalledElement called : all(ZeebeCalledElement.class)) {
      String binding = called.getBindingType().name();
      expect(binding.equals("deployment"), "a called process bound by deployment", binding);
      String id = called.getProcessId();
      expect("=model".equals(id), "a call of =model, which is deployed", id);
    }
    for (ZeebeFormDefinition form : all(ZeebeFormDefinition.class)) {
      String binding = form.getBindingType().name();
      expect(binding.equals("deployment"), "a form bound by deployment", binding);
    }
  }

  /**
   * A model that is called goes on only while it is the one that carries the ticket: else it would
   * not notice that the ticket was retyped, or be called again and again.
   */
  private void asCalled() {
    if (begins(bpmn)) {
      String own = "=model = \"%s\"".formatted(model.id());
      boolean asks =
          all(ConditionExpression.class).stream()
              .anyMatch(condition -> condition.getTextContent().strip().equals(own));
      expect(asks, "a called process to test " + own, "none that does");
    }
  }

  /** Whether another process may call it: it begins without a message. */
  static boolean callable(Model model) {
    return begins(Bpmn.readModelFromStream(new ByteArrayInputStream(model.content())));
  }

  private static boolean begins(BpmnModelInstance bpmn) {
    return bpmn.getModelElementsByType(Process.class).stream()
        .flatMap(process -> process.getChildElementsByType(StartEvent.class).stream())
        .anyMatch(start -> start.getEventDefinitions().isEmpty());
  }

  private void userTasks() {
    for (UserTask task : all(UserTask.class)) {
      boolean whole =
          task.getSingleExtensionElement(ZeebeUserTask.class) != null
              && task.getSingleExtensionElement(ZeebeFormDefinition.class) != null
              && task.getExtensionElements()
                      .getChildElementsByType(
                          io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeExecutionListeners.class)
                      .size()
                  == 1;
      expect(whole, "a Zeebe user task with a form and the listener hand-over-key", task.getId());
      expect(
          chosenAlone(task),
          "a user task with outputs that are some of %s, each under its own name".formatted(CHOSEN),
          task.getId());
    }
    Expressions.unknown(bpmn)
        .forEach(name -> expect(false, "variables that judge answers or a form asks", name));
  }

  /** A task without outputs would let whoever completes it set any variable of the process. */
  private static boolean chosenAlone(UserTask task) {
    ZeebeIoMapping mapping = task.getSingleExtensionElement(ZeebeIoMapping.class);
    return mapping != null
        && !mapping.getOutputs().isEmpty()
        && mapping.getOutputs().stream()
            .allMatch(
                output ->
                    CHOSEN.contains(output.getTarget())
                        && output.getSource().equals("=" + output.getTarget()));
  }

  private <T extends ModelElementInstance> List<T> all(Class<T> type) {
    return List.copyOf(bpmn.getModelElementsByType(type));
  }

  private void expect(boolean holds, String wanted, String found) {
    if (!holds) {
      faults.add("%s: Expected %s, but found %s".formatted(model.name(), wanted, found));
    }
  }
}
