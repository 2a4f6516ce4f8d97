package io.tierline.ticket;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * How late alarms ring, for the operator: {@code tierline.alarms.lateness} is a histogram of those
 * that rang, {@code tierline.alarms.overdue} the lateness of the latest one that hasn't yet, in
 * seconds.
 */
@Component
class Lateness implements Pressing {

  private static final Duration[] STEPS =
      List.of(100, 500, 1_000, 5_000, 15_000, 60_000, 300_000, 900_000, 3_600_000).stream()
          .map(Duration::ofMillis)
          .toArray(Duration[]::new);

  private final Timer callouts;
  private final Timer others;
  private volatile Duration overdue = Duration.ZERO;
  private volatile boolean pressing;

  Lateness(MeterRegistry meters) {
    this.callouts = timer(meters, "callout");
    this.others = timer(meters, "other");
    Gauge.builder("tierline.alarms.overdue", this, lateness -> lateness.overdue.toMillis() / 1000.0)
        .description("Lateness of the latest alarm that has not rung yet")
        .baseUnit("seconds")
        .register(meters);
  }

  private static Timer timer(MeterRegistry meters, String about) {
    return Timer.builder("tierline.alarms.lateness")
        .description("How long after the instant at which a judgement changed that was recorded")
        .tag("about", about)
        .serviceLevelObjectives(STEPS)
        .register(meters);
  }

  void rang(DueTickets.Due due, Duration late) {
    (due.calls() ? callouts : others).record(late);
  }

  /** The most overdue of those that are due; zero if none is. */
  void overdue(Duration longest) {
    overdue = longest;
  }

  /** Whether more were due than one round takes. */
  void pressing(boolean more) {
    pressing = more;
  }

  @Override
  public boolean now() {
    return pressing;
  }
}
