package io.tierline.ticket;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * For the operator: {@code tierline.clocks.unknown}, how many open clocks would end past what is
 * known of their calendars, as of the last count.
 */
@Component
class UnknownClocks {

  private static final Logger LOG = LoggerFactory.getLogger(UnknownClocks.class);

  private final HorizonRows rows;
  private volatile long unknown;

  UnknownClocks(HorizonRows rows, MeterRegistry meters) {
    this.rows = rows;
    Gauge.builder("tierline.clocks.unknown", this, clocks -> clocks.unknown)
        .description("Open clocks that would end past what is known of their calendars")
        .register(meters);
  }

  /** The pause between two counts is {@code tierline.calendars.count}. */
  @Scheduled(fixedDelayString = "${tierline.calendars.count:10s}")
  void count() {
    try {
      unknown = rows.unknown();
    } catch (RuntimeException e) {
      LOG.warn("Unknown clocks couldn't be counted: {}", e.getMessage());
    }
  }
}
