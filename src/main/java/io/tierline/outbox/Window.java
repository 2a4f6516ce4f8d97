package io.tierline.outbox;

import java.time.Duration;

/**
 * How many parcels may be on their way to one destination: plus one for each full window that was
 * acknowledged, halved when the other side asks for less. Written by one thread; others may read
 * the figures.
 */
final class Window {
  private final OutboxSettings settings;
  private volatile int limit;
  private volatile int inFlight;
  private int acknowledged;
  private int refusals;
  private int epoch;
  private long pausedUntil = System.nanoTime();

  Window(OutboxSettings settings) {
    this.settings = settings;
    this.limit = Math.min(settings.maxInFlight(), Math.max(settings.minInFlight(), 8));
  }

  /** How many may depart now; none while the destination rests. */
  int room() {
    return rest().isZero() ? Math.max(0, limit - inFlight) : 0;
  }

  /** How long the destination rests yet. Monotonic time: no clock of ours moves a pause. */
  Duration rest() {
    return Duration.ofNanos(Math.max(0, pausedUntil - System.nanoTime()));
  }

  /** Counts a departure and gives the epoch that its landing has to name. */
  int depart() {
    inFlight++;
    return epoch;
  }

  void land(Landing landing) {
    boolean full = inFlight >= limit;
    inFlight--;
    if (landing.busy()) {
      refused(landing.epoch());
    } else if (landing.acknowledged()) {
      acknowledged(full);
    }
  }

  int limit() {
    return limit;
  }

  int inFlight() {
    return inFlight;
  }

  private void acknowledged(boolean full) {
    refusals = 0;
    acknowledged = full ? acknowledged + 1 : acknowledged;
    if (acknowledged >= limit && limit < settings.maxInFlight()) {
      limit++;
      acknowledged = 0;
    }
  }

  /** A burst of refusals is one request for less: only departures since the last cut count. */
  private void refused(int departed) {
    if (departed != epoch) {
      return;
    }
    epoch++;
    refusals++;
    acknowledged = 0;
    limit = Math.max(settings.minInFlight(), limit / 2);
    pausedUntil = System.nanoTime() + settings.pause(refusals).toNanos();
  }
}
