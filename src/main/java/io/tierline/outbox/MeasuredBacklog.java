package io.tierline.outbox;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Measures the backlog about once a second, so that asking for its age costs the door nothing. */
@Component
class MeasuredBacklog implements Backlog {
  private final OutboxRows rows;
  private final MeterRegistry meters;
  private final Map<String, OutboxRows.Measure> measures = new ConcurrentHashMap<>();

  MeasuredBacklog(OutboxRows rows, MeterRegistry meters) {
    this.rows = rows;
    this.meters = meters;
  }

  @Override
  public Duration age(String destination) {
    return measure(destination).age();
  }

  /** What waits, by destination, as measured last. */
  Collection<OutboxRows.Measure> all() {
    return List.copyOf(measures.values());
  }

  @Scheduled(fixedDelayString = "${tierline.outbox.measure:1s}")
  public void measure() {
    Map<String, OutboxRows.Measure> found =
        rows.measure().stream()
            .collect(Collectors.toMap(OutboxRows.Measure::destination, measure -> measure));
    for (String destination : Set.copyOf(measures.keySet())) {
      measures.put(destination, found.getOrDefault(destination, none(destination)));
    }
    found.forEach(
        (destination, measure) -> {
          if (measures.put(destination, measure) == null) {
            show(destination);
          }
        });
  }

  private void show(String destination) {
    gauge("tierline.outbox.parcels", destination, OutboxRows.Measure::parcels);
    gauge("tierline.outbox.failing", destination, OutboxRows.Measure::failing);
    gauge("tierline.outbox.age.seconds", destination, measure -> measure.age().toMillis() / 1000.0);
  }

  private void gauge(String name, String destination, ToDoubleFunction<OutboxRows.Measure> figure) {
    meters.gauge(
        name,
        Tags.of("destination", destination),
        this,
        backlog -> figure.applyAsDouble(backlog.measure(destination)));
  }

  private OutboxRows.Measure measure(String destination) {
    return measures.getOrDefault(destination, none(destination));
  }

  private static OutboxRows.Measure none(String destination) {
    return new OutboxRows.Measure(destination, 0, 0, Duration.ZERO);
  }
}
