package io.tierline.process;

import io.tierline.outbox.Backlog;
import io.tierline.outbox.Outbox;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Asks the engine for fresh process instances, through the outbox. */
@Component
class Starts {

  private static final Duration SHORT = Duration.ofSeconds(2);

  private final Claims claims;
  private final Outbox outbox;
  private final Backlog backlog;

  Starts(Claims claims, Outbox outbox, Backlog backlog) {
    this.claims = claims;
    this.outbox = outbox;
    this.backlog = backlog;
  }

  /** Asks for the instance of a ticket's generation; the caller's transaction must be open. */
  void ticket(String ticket, int generation) {
    Map<String, Object> start = Map.of("ticket", ticket, "generation", generation);
    claims.request(ticket, Starting.TICKET, generation, start);
    outbox.send(Starting.ticket(ticket, start));
  }

  /** Asks again for a lost one, unless somebody claimed the subject meanwhile. */
  @Transactional
  public void again(Claims.Claim lost) {
    if (!claims.restart(lost)) {
      return;
    }
    outbox.send(
        lost.process().equals(Starting.INCIDENT)
            ? Starting.callout(lost.subject(), lost.start())
            : Starting.ticket(lost.subject(), lost.start()));
  }

  /** Whether the engine takes starts as they come, so that more may be asked of it. */
  boolean flow() {
    return Stream.of(Starting.TICKETS, Starting.CALLOUTS)
        .allMatch(destination -> backlog.age(destination).compareTo(SHORT) < 0);
  }
}
