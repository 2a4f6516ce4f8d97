package io.tierline.process;

import io.camunda.client.CamundaClient;
import io.tierline.outbox.Destination;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.springframework.stereotype.Component;

/**
 * Carries wakes to the engine. They carry no facts; a repeated one does no harm, for a token wakes
 * once.
 */
@Component
class ZeebeDestination implements Destination {

  static final String NAME = "zeebe";
  static final String WAKE = "wake";

  private final CamundaClient zeebe;
  private final ZeebeSettings settings;
  private final Readiness readiness;

  ZeebeDestination(CamundaClient zeebe, ZeebeSettings settings, Readiness readiness) {
    this.zeebe = zeebe;
    this.settings = settings;
    this.readiness = readiness;
  }

  @Override
  public String name() {
    return NAME;
  }

  /** Not before the workers work: a task that is being completed would be interrupted and lost. */
  @Override
  public CompletableFuture<Void> send(
      String id, String lane, String type, Map<String, Object> body) {
    if (!readiness.works()) {
      return CompletableFuture.failedFuture(
          new Busy("Expected the engine to answer and the workers to work, but they don't yet"));
    }
    if (!type.equals(WAKE)) {
      return CompletableFuture.failedFuture(
          new IllegalArgumentException("Expected a wake, but found '%s'".formatted(type)));
    }
    return Acknowledged.by(
        zeebe
            .newPublishMessageCommand()
            .messageName(WAKE)
            .correlationKey((String) body.get("token"))
            .messageId(id)
            .timeToLive(settings.wakeTtl())
            .send());
  }
}
