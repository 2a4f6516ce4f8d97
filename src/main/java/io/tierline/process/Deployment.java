package io.tierline.process;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.response.DeploymentEvent;
import io.camunda.client.api.response.Form;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Puts every model and form into the engine in one command, then begins to work. Tries until the
 * engine acknowledges: that, and not the engine's own health, is readiness.
 */
@Component("zeebe")
class Deployment implements SmartLifecycle, HealthIndicator {

  private static final Logger LOG = LoggerFactory.getLogger(Deployment.class);
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final CamundaClient zeebe;
  private final Workers workers;
  private final TasklistForms forms;
  private final Readiness readiness;
  private final List<Model> models;
  private volatile boolean running;
  private volatile String state = "waiting for the engine";

  Deployment(CamundaClient zeebe, Workers workers, TasklistForms forms, Readiness readiness) {
    this.zeebe = zeebe;
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
    Thread.ofVirtual().name("deployment").start(this::deploy);
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
    return (readiness.deployed() ? Health.up() : Health.outOfService())
        .withDetail("state", state)
        .build();
  }

  private void deploy() {
    while (running && !readiness.deployed()) {
      try {
        DeploymentEvent deployed = command().join();
        state = "waiting for Tasklist to know the forms";
        forms.await(deployed.getForm().stream().map(Form::getFormKey).toList(), () -> running);
        workers.open();
        state = "models deployed, workers open";
        readiness.reached();
        LOG.info("Deployed {} models and forms", models.size());
      } catch (RuntimeException e) {
        LOG.info("The engine is not ready: {}", e.getMessage());
        java.util.concurrent.locks.LockSupport.parkNanos(PAUSE.toNanos());
      }
    }
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
