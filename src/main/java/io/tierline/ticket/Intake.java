package io.tierline.ticket;

import io.tierline.outbox.Backlog;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Whether new tickets are taken. Entries always are: an acknowledgement refused by us would make us
 * the cause of a breach.
 */
@Component
class Intake {

  private static final List<String> ENGINE = List.of("zeebe", "starts");

  private final Backlog backlog;
  private final Duration limit;

  Intake(Backlog backlog, @Value("${tierline.backlog-limit:15m}") Duration limit) {
    this.backlog = backlog;
    this.limit = limit;
  }

  /** Why not; empty if they are. */
  Optional<Outcome> refusal() {
    Duration age = ENGINE.stream().map(backlog::age).max(Duration::compareTo).orElse(Duration.ZERO);
    return age.compareTo(limit) > 0
        ? Optional.of(Refusals.backlog(age.toString(), limit.toString()))
        : Optional.empty();
  }
}
