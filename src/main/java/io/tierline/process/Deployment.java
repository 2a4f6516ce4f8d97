package io.tierline.process;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.response.DeploymentEvent;
import io.camunda.client.api.response.Form;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Puts every model and form into the engine in one command, then begins to work; and again if the
 * engine turns out to be another one. Readiness is that it acknowledged a command of ours just now,
 * and not what it says of its own health.
 */
@Component("zeebe")
class Deployment implements SmartLifecycle, HealthIndicator {

  private static final Logger LOG = LoggerFactory.getLogger(Deployment.class);
  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final String WORKING = "models deployed, workers open";

  private final CamundaClient zeebe;
  private final Workers workers;
  private final TasklistForms forms;
  private final Readiness readiness;
  private final EngineMark mark;
  private final List<Model> models;
  private volatile boolean running;
  private volatile String state = "waiting for the engine";

  Deployment(
      CamundaClient zeebe,
      EngineMark mark,
      Workers workers,
      TasklistForms forms,
      Readiness readiness) {
    this.zeebe = zeebe;
    this.mark = mark;
    this.workers = workers;
    this.forms = forms;
    this.readiness = readiness;
    this.models = Model.all();
    List<String> faults =
        models.stream()
            .filter(Model::process)
            .flatMap(model -> ModelCheck.faults(model).stream())
            .toList();
    if (!faults.isEmpty()) {
      throw new IllegalStateException(String.join("; ", faults));
    }
  }

  @Override
  public void start() {
    running = true;
    Thread.ofVirtual().name("deployment").start(this::watch);
  }

  @Override
  public void stop() {
    running = false;
    readiness.lost(); // or a start after this stop would take the workers for open
    workers.close();
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  @Override
  public Health health() {
    return (readiness.works() ? Health.up() : Health.outOfService())
        .withDetail("state", state)
        .build();
  }

  private void watch() {
    while (running) {
      try {
        look();
        readiness.answered();
      } catch (RuntimeException e) {
        failed(e);
      }
      LockSupport.parkNanos(PAUSE.toNanos());
    }
  }

  /** One that asks for less is there. */
  private void failed(RuntimeException e) {
    if (Fault.of(e) == Fault.BUSY) {
      return;
    }
    if (readiness.works()) {
      LOG.warn("Not ready for the engine: {}", e.getMessage());
    }
    readiness.silent();
    state = "not ready: " + e.getMessage();
  }

  private void look() {
    if (mark.known() && readiness.deployed()) {
      state = WORKING;
      return;
    }
    readiness.lost();
    DeploymentEvent deployed = mark.meet(() -> command().join());
    state = "waiting for Tasklist to know the forms";
    forms.await(deployed.getForm().stream().map(Form::getFormKey).toList(), () -> running);
    if (!running) {
      return;
    }
    workers.open();
    state = WORKING;
    readiness.reached();
    LOG.info("Deployed {} models and forms", models.size());
  }

  private io.camunda.client.api.CamundaFuture<DeploymentEvent> command() {
    Model first = models.getFirst();
    var command = zeebe.newDeployResourceCommand().addResourceBytes(first.content(), first.name());
    for (Model model : models.subList(1, models.size())) {
      command = command.addResourceBytes(model.content(), model.name());
    }
    return command.send();
  }
}
