package io.tierline.process;

import io.camunda.client.CamundaClient;
import io.tierline.outbox.Destination;
import io.tierline.outbox.Parcel;
import io.tierline.outbox.Parcel.Urgency;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * Starts process instances, at the pace at which they are claimed. The engine acknowledges a start
 * long before it works on it: sent as fast as they are acknowledged, starts pile up inside, jobs
 * run out before anybody gets to them, and the more there is to do the less is done.
 *
 * <p>Two destinations, so that neither callouts wait behind tickets nor tickets behind callouts. A
 * repeated start does no harm, for a subject is claimed once.
 */
final class Starting implements Destination {

  static final String TICKETS = "starts";
  static final String CALLOUTS = "callouts";
  static final String TICKET = "ticket";
  static final String INCIDENT = "incident";

  private final String name;
  private final CamundaClient zeebe;
  private final ZeebeSettings settings;
  private final Claims claims;
  private final Sent sent;
  private final Readiness readiness;
  private final Pace pace;

  /**
   * @param name {@link #TICKETS} or {@link #CALLOUTS}
   */
  Starting(
      String name,
      CamundaClient zeebe,
      ZeebeSettings settings,
      Claims claims,
      Sent sent,
      Readiness readiness,
      Pace pace) {
    this.name = name;
    this.zeebe = zeebe;
    this.settings = settings;
    this.claims = claims;
    this.sent = sent;
    this.readiness = readiness;
    this.pace = pace;
  }

  static Parcel ticket(String ticket, Map<String, Object> start) {
    return new Parcel(ticket, TICKETS, Urgency.START, "start", start);
  }

  static Parcel callout(String incident, Map<String, Object> start) {
    return new Parcel(incident, CALLOUTS, Urgency.CALLOUT, "incident-start", start);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public CompletableFuture<Void> send(
      String id, String lane, String type, Map<String, Object> body) {
    if (!readiness.works()) {
      return busy("Expected the engine to hold the models, but it doesn't yet");
    }
    if (!pace.take()) {
      return busy("Expected earlier starts to be claimed, but they aren't yet");
    }
    try {
      start(lane, ((Number) body.get("generation")).intValue(), body);
      return CompletableFuture.completedFuture(null);
    } finally {
      pace.giveBack();
    }
  }

  /** Waits for the engine: each send has a thread of its own. */
  private void start(String subject, int generation, Map<String, Object> body) {
    if (name.equals(TICKETS)) {
      publish("ticket-start", subject + ":" + generation, body).join();
      sent.note(subject, TICKET, generation);
    } else {
      // Noted before the engine is asked, so that the reconciler finds an incident nobody claimed.
      claims.request(subject, INCIDENT, generation, body);
      publish("incident-start", subject, body).join();
      sent.note(subject, INCIDENT, generation);
    }
  }

  private CompletableFuture<Void> publish(String message, String key, Map<String, Object> body) {
    return Acknowledged.by(
        zeebe
            .newPublishMessageCommand()
            .messageName(message)
            .correlationKey(key)
            .timeToLive(settings.startTtl())
            .variables(body)
            .send());
  }

  private static CompletableFuture<Void> busy(String reason) {
    return CompletableFuture.failedFuture(new Busy(reason));
  }
}
