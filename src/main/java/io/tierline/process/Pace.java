package io.tierline.process;

import java.time.Duration;

/**
 * How many more starts of a process the engine may be sent now. Every server measures for itself,
 * so for a moment there may be as many times the limit as there are servers.
 */
final class Pace {

  private static final Duration MEASURED = Duration.ofMillis(100);

  /** A start that is claimed by nobody for so long holds up no other: it may be lost. */
  private static final Duration LATELY = Duration.ofSeconds(10);

  private final Claims claims;
  private final String process;
  private final int most;
  private int free;
  private long measuredAt = System.nanoTime() - MEASURED.toNanos();

  /**
   * @param most how many may be under way at once
   */
  Pace(Claims claims, String process, int most) {
    this.claims = claims;
    this.process = process;
    this.most = most;
  }

  /** Whether one more may be sent, which then counts. */
  synchronized boolean free() {
    long now = System.nanoTime();
    if (now - measuredAt >= MEASURED.toNanos()) {
      free = most - claims.underWay(process, LATELY);
      measuredAt = now;
    }
    return free-- > 0;
  }
}
