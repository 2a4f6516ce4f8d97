package io.tierline.outbox;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the relay works: nothing here is promised to anybody.
 *
 * @param poll how long a relay sleeps when nothing wakes it
 * @param gather the shortest time between two looks at the queue: under load one look takes what
 *     came meanwhile, and what comes after a rest is taken at once
 * @param sendTimeout when a send without an answer counts as failed
 * @param lease how long a parcel in hand is nobody else's; a killed relay's parcels wait this long
 * @param minInFlight parcels on their way to one destination, at least
 * @param maxInFlight and at most
 * @param firstBackoff the pause of a lane after its first failure, then doubled each time
 * @param maxBackoff the longest pause of a lane
 * @param firstPause the pause of a destination that asked for less, doubled while it goes on asking
 * @param maxPause the longest pause of a destination
 * @param blockedAfter the age of a backlog with failing parcels from which on health says so
 */
@ConfigurationProperties("tierline.outbox")
record OutboxSettings(
    @DefaultValue("200ms") Duration poll,
    @DefaultValue("20ms") Duration gather,
    @DefaultValue("10s") Duration sendTimeout,
    @DefaultValue("20s") Duration lease,
    @DefaultValue("1") int minInFlight,
    @DefaultValue("64") int maxInFlight,
    @DefaultValue("250ms") Duration firstBackoff,
    @DefaultValue("30s") Duration maxBackoff,
    @DefaultValue("20ms") Duration firstPause,
    @DefaultValue("1s") Duration maxPause,
    @DefaultValue("1m") Duration blockedAfter) {

  OutboxSettings {
    if (lease.compareTo(sendTimeout.plus(poll).plus(gather)) <= 0) {
      throw new IllegalArgumentException(
          "Expected tierline.outbox.lease to outlast send-timeout, poll and gather, but %s is not more than %s + %s + %s"
              .formatted(lease, sendTimeout, poll, gather));
    }
    if (minInFlight < 1 || maxInFlight < minInFlight) {
      throw new IllegalArgumentException(
          "Expected 1 <= tierline.outbox.min-in-flight <= max-in-flight, but found %d and %d"
              .formatted(minInFlight, maxInFlight));
    }
  }

  /** The pause of a lane after the given number of failures, from 1. */
  Duration backoff(int failures) {
    return doubled(firstBackoff, failures - 1, maxBackoff);
  }

  /** The pause of a destination after it asked for less that many times in a row, from 1. */
  Duration pause(int refusals) {
    return doubled(firstPause, refusals - 1, maxPause);
  }

  private static Duration doubled(Duration first, int times, Duration cap) {
    Duration doubled = first.multipliedBy(1L << Math.min(times, 20));
    return doubled.compareTo(cap) < 0 ? doubled : cap;
  }
}
