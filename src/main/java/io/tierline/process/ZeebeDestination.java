package io.tierline.process;

import io.camunda.client.CamundaClient;
import io.tierline.outbox.Destination;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.springframework.stereotype.Component;

/**
 * Carries parcels to the engine. Messages carry no facts but the ids that a fresh instance starts
 * with; a repeated one does no harm, for a token wakes once and a subject is claimed once.
 */
@Component
class ZeebeDestination implements Destination {

  static final String NAME = "zeebe";
  static final String TICKET = "ticket";
  static final String INCIDENT = "incident";
  static final String START = "start";
  static final String INCIDENT_START = "incident-start";
  static final String WAKE = "wake";

  private final CamundaClient zeebe;
  private final ZeebeSettings settings;
  private final Claims claims;
  private final Readiness readiness;

  ZeebeDestination(
      CamundaClient zeebe, ZeebeSettings settings, Claims claims, Readiness readiness) {
    this.zeebe = zeebe;
    this.settings = settings;
    this.claims = claims;
    this.readiness = readiness;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public CompletableFuture<Void> send(
      String id, String lane, String type, Map<String, Object> body) {
    return switch (type) {
      case START -> start("ticket-start", body.get("ticket") + ":" + body.get("generation"), body);
      case INCIDENT_START -> startIncident(body);
      case WAKE -> wake(id, (String) body.get("token"));
      default ->
          CompletableFuture.failedFuture(
              new IllegalArgumentException(
                  "Expected a start, incident-start or wake, but found '%s'".formatted(type)));
    };
  }

  private CompletableFuture<Void> startIncident(Map<String, Object> body) {
    // Noted before the engine is asked, so that the reconciler finds an incident nobody claimed.
    String incident = (String) body.get("incident");
    claims.request(incident, INCIDENT, ((Number) body.get("generation")).intValue(), body);
    return start(INCIDENT_START, incident, body);
  }

  private CompletableFuture<Void> start(String message, String key, Map<String, Object> variables) {
    if (!readiness.works()) {
      return CompletableFuture.failedFuture(
          new Busy("Expected the engine to hold the models, but it doesn't yet"));
    }
    return done(
        zeebe
            .newPublishMessageCommand()
            .messageName(message)
            .correlationKey(key)
            .timeToLive(settings.startTtl())
            .variables(variables)
            .send());
  }

  /** Not before the workers work: a task that is being completed would be interrupted and lost. */
  private CompletableFuture<Void> wake(String id, String token) {
    if (!readiness.works()) {
      return CompletableFuture.failedFuture(
          new Busy("Expected the engine to answer and the workers to work, but they don't yet"));
    }
    return done(
        zeebe
            .newPublishMessageCommand()
            .messageName(WAKE)
            .correlationKey(token)
            .messageId(id)
            .timeToLive(settings.wakeTtl())
            .send());
  }

  private static CompletableFuture<Void> done(CompletionStage<?> sent) {
    CompletableFuture<Void> done = new CompletableFuture<>();
    sent.whenComplete(
        (answer, fault) -> {
          switch (fault == null ? Fault.NONE : Fault.of(fault)) {
            // The engine holds this very parcel already: a relay's second attempt.
            case NONE, EXISTS -> done.complete(null);
            case BUSY -> done.completeExceptionally(new Busy(String.valueOf(fault.getMessage())));
            default -> done.completeExceptionally(fault);
          }
        });
    return done;
  }
}
