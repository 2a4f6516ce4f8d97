package io.tierline.outbox;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/** One bell per destination: rung by a commit or a landing, heard by this instance's courier. */
@Component
class Bells {
  private final Map<String, Bell> bells = new ConcurrentHashMap<>();

  Bell of(String destination) {
    return bells.computeIfAbsent(destination, name -> new Bell());
  }

  /** Many rings before somebody listens are one. */
  static final class Bell {
    private final Semaphore rung = new Semaphore(0);

    void ring() {
      if (rung.availablePermits() == 0) {
        rung.release();
      }
    }

    void await(Duration atMost) throws InterruptedException {
      if (rung.tryAcquire(atMost.toNanos(), TimeUnit.NANOSECONDS)) {
        rung.drainPermits();
      }
    }
  }
}
