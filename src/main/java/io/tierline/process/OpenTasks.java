package io.tierline.process;

import io.camunda.client.CamundaClient;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** The user tasks that stand open in the engine. */
@Component
class OpenTasks {

  private static final Set<String> OVER =
      Set.of("COMPLETING", "COMPLETED", "CANCELING", "CANCELED");

  private final CamundaClient zeebe;
  private final ExportedRecords records;
  private final Wakes wakes;
  private final Presence presence;
  private final Executor searching = task -> Thread.ofVirtual().name("open-tasks").start(task);

  OpenTasks(CamundaClient zeebe, ExportedRecords records, Wakes wakes, Presence presence) {
    this.presence = presence;
    this.zeebe = zeebe;
    this.records = records;
    this.wakes = wakes;
  }

  /**
   * Moves the due date of the task at which a step waits. A task that is not exported yet is asked
   * for again; once the step waits no more, or its instance is gone, its date is nobody's business.
   *
   * @param token what the step waits for
   * @param dueAt ISO-8601 in UTC; empty for none
   */
  CompletableFuture<Void> move(UUID token, long instance, String dueAt) {
    return records.configured()
        ? CompletableFuture.supplyAsync(() -> waits(token, instance), searching)
            .thenCompose(
                task ->
                    task.map(record -> move(record, dueAt))
                        .orElseGet(() -> CompletableFuture.completedFuture(null)))
        : CompletableFuture.completedFuture(null);
  }

  private Optional<JsonNode> waits(UUID token, long instance) {
    if (!wakes.atTask(token)) {
      return Optional.empty();
    }
    Optional<JsonNode> task =
        records
            .newestOf(instance)
            .filter(record -> !OVER.contains(record.path("intent").asString()));
    if (task.isEmpty() && presence.has(instance)) {
      throw new IllegalStateException(
          "Expected an open task of instance %d, but none is exported yet".formatted(instance));
    }
    return task;
  }

  private CompletableFuture<Void> move(JsonNode task, String dueAt) {
    var command = zeebe.newUpdateUserTaskCommand(task.path("value").path("userTaskKey").asLong());
    CompletableFuture<Void> done = new CompletableFuture<>();
    (dueAt.isEmpty() ? command.clearDueDate() : command.dueDate(dueAt))
        .send()
        .whenComplete(
            (answer, fault) -> {
              if (fault == null || Fault.of(fault) == Fault.GONE) {
                done.complete(null);
              } else {
                done.completeExceptionally(fault);
              }
            });
    return done;
  }
}
