package io.tierline.time;

import java.time.Duration;

/** The resolution of time: a millisecond. */
final class Millis {

  private Millis() {}

  /** A duration in milliseconds; finer parts are cut off. */
  static long of(Duration duration) {
    if (duration.isNegative()) {
      throw new IllegalArgumentException("Expected a duration from zero on, but found " + duration);
    }
    return duration.toMillis();
  }
}
