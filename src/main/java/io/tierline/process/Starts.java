package io.tierline.process;

import io.tierline.outbox.Backlog;
import io.tierline.outbox.Outbox;
import io.tierline.outbox.Parcel;
import io.tierline.outbox.Parcel.Urgency;
import java.time.Duration;
import java.util.Map;
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
    claims.request(ticket, ZeebeDestination.TICKET, generation, start);
    send(ticket, Urgency.START, ZeebeDestination.START, start);
  }

  /** Asks again for a lost one, unless somebody claimed the subject meanwhile. */
  @Transactional
  public void again(Claims.Claim lost) {
    if (!claims.restart(lost)) {
      return;
    }
    if (lost.process().equals(ZeebeDestination.INCIDENT)) {
      send(lost.subject(), Urgency.CALLOUT, ZeebeDestination.INCIDENT_START, lost.start());
    } else {
      send(lost.subject(), Urgency.START, ZeebeDestination.START, lost.start());
    }
  }

  /** How long the oldest parcel to the engine has waited. */
  Duration underWay() {
    return backlog.age(ZeebeDestination.NAME);
  }

  /** Whether the engine takes parcels as they come, so that more may be asked of it. */
  boolean flow() {
    return underWay().compareTo(SHORT) < 0;
  }

  private void send(String lane, Urgency urgency, String type, Map<String, Object> start) {
    outbox.send(new Parcel(lane, ZeebeDestination.NAME, urgency, type, start));
  }
}
