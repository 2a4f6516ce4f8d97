package io.tierline.process;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.IntSupplier;

/**
 * How many more starts of a process the engine may be sent now: the limit without those that it
 * acknowledged and nobody claimed yet, and without those in hand here. Servers see of each other
 * what was acknowledged.
 */
final class Pace {

  private static final Duration MEASURED = Duration.ofMillis(100);

  private final Sent sent;
  private final String process;
  private final IntSupplier most;
  private final AtomicInteger free = new AtomicInteger();
  private final AtomicInteger inHand = new AtomicInteger();
  private final ReentrantLock measuring = new ReentrantLock();
  private volatile long measuredAt = System.nanoTime() - MEASURED.toNanos();

  /**
   * @param most how many may be under way at once, now
   */
  Pace(Sent sent, String process, IntSupplier most) {
    this.sent = sent;
    this.process = process;
    this.most = most;
  }

  /** Takes a place, which has to be given back; false if there is none. */
  boolean take() {
    measure();
    if (free.getAndDecrement() <= 0) {
      return false;
    }
    inHand.incrementAndGet();
    return true;
  }

  /** Gives a place back once the start is noted as sent, or was not sent. */
  void giveBack() {
    inHand.decrementAndGet();
  }

  /** One measures; who comes meanwhile goes by the figure there is, and waits for no connection. */
  private void measure() {
    if (System.nanoTime() - measuredAt >= MEASURED.toNanos() && measuring.tryLock()) {
      try {
        free.set(most.getAsInt() - sent.underWay(process) - inHand.get());
        measuredAt = System.nanoTime();
      } finally {
        measuring.unlock();
      }
    }
  }
}
