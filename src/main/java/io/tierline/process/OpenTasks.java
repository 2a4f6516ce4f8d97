package io.tierline.process;

import io.camunda.client.CamundaClient;
import java.util.Set;
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
  private final Executor searching = task -> Thread.ofVirtual().name("open-tasks").start(task);

  OpenTasks(CamundaClient zeebe, ExportedRecords records) {
    this.zeebe = zeebe;
    this.records = records;
  }

  /**
   * Moves the due date of an instance's open task. Best effort: a task that is not exported yet
   * keeps its date until the next round, which is better than holding up the wakes behind it.
   *
   * @param dueAt ISO-8601 in UTC; empty for none
   */
  CompletableFuture<Void> move(long instance, String dueAt) {
    if (!records.configured()) {
      return CompletableFuture.completedFuture(null);
    }
    return CompletableFuture.supplyAsync(() -> records.newestOf(instance), searching)
        .thenCompose(
            task ->
                task.filter(record -> !OVER.contains(record.path("intent").asString()))
                    .map(record -> move(record, dueAt))
                    .orElseGet(() -> CompletableFuture.completedFuture(null)));
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
