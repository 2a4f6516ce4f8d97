package io.tierline.outbox;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** What the couriers tell the operator: figures, and the reason when a parcel is refused. */
@Component
class Carried {
  private static final Logger LOG = LoggerFactory.getLogger(Carried.class);

  private final MeterRegistry meters;

  Carried(MeterRegistry meters) {
    this.meters = meters;
  }

  void show(String destination, Window window) {
    meters.gauge("tierline.outbox.in.flight", tags(destination), window, Window::inFlight);
    meters.gauge("tierline.outbox.in.flight.limit", tags(destination), window, Window::limit);
  }

  void count(String destination, Landing landing, OutboxSettings settings) {
    String ending = landing.acknowledged() ? "acknowledged" : landing.busy() ? "busy" : "failed";
    meters.counter("tierline.outbox.sends", tags(destination).and("ending", ending)).increment();
    if (ending.equals("failed")) {
      log(destination, landing, settings);
    }
  }

  /**
   * At the first failure and whenever their number has doubled: an outage must not flood the log.
   */
  private static void log(String destination, Landing landing, OutboxSettings settings) {
    Waiting parcel = landing.parcel();
    int failures = parcel.attempts() + 1;
    if (Integer.bitCount(failures) == 1) {
      LOG.warn(
          "Parcel {} ({}, lane {}) was refused by {} for the {}. time, next try in {}: {}",
          parcel.id(),
          parcel.type(),
          parcel.lane(),
          destination,
          failures,
          settings.backoff(failures),
          String.valueOf(landing.fault()));
    }
  }

  ExecutorService threads(String destination) {
    return Executors.newThreadPerTaskExecutor(
        Thread.ofVirtual().name("outbox-" + destination + "-", 0).factory());
  }

  private static io.micrometer.core.instrument.Tags tags(String destination) {
    return io.micrometer.core.instrument.Tags.of("destination", destination);
  }
}
