package io.tierline.outbox;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * Which way out is blocked. A long backlog alone is no fault; one with parcels that failed again
 * and again is: the broker, the engine or the mail server doesn't take what it should.
 */
@Component("outbox")
class OutboxHealth implements HealthIndicator {

  private final MeasuredBacklog backlog;
  private final OutboxSettings settings;

  OutboxHealth(MeasuredBacklog backlog, OutboxSettings settings) {
    this.backlog = backlog;
    this.settings = settings;
  }

  @Override
  public Health health() {
    Health.Builder health = Health.up();
    for (OutboxRows.Measure waiting : backlog.all()) {
      health.withDetail(
          waiting.destination(),
          "%d wait, the oldest for %s; %d failed more than twice"
              .formatted(waiting.parcels(), waiting.age(), waiting.failing()));
      if (waiting.failing() > 0 && waiting.age().compareTo(settings.blockedAfter()) > 0) {
        health.outOfService();
      }
    }
    return health.build();
  }
}
