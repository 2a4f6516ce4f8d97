package io.tierline.process;

import io.tierline.outbox.Destination;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.springframework.stereotype.Component;

/**
 * Carries moved due dates to open tasks. A destination of its own: a date that cannot be moved now
 * must hold up no wake, and is no backlog that closes the door.
 */
@Component
class DueDates implements Destination {

  static final String NAME = "due-dates";

  private final OpenTasks tasks;

  DueDates(OpenTasks tasks) {
    this.tasks = tasks;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public CompletableFuture<Void> send(
      String id, String lane, String type, Map<String, Object> body) {
    return tasks.move(
        UUID.fromString((String) body.get("token")),
        ((Number) body.get("instance")).longValue(),
        (String) body.get("dueAt"));
  }
}
