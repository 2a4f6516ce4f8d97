package io.tierline.broken;

import io.tierline.stack.Part;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.locks.LockSupport;

/** Breaks one part a round, at an instant and in a way that the seed decides, and mends it. */
record Breaker(List<Part> parts, SplittableRandom random) {

  /** One round; every part is up again when it ends. */
  void round(int number) {
    pause(500, 4_000);
    Part victim = parts.get(random.nextInt(parts.size()));
    boolean killed = random.nextInt(4) > 0;
    int down = random.nextInt(200, 6_000);
    System.out.printf(
        "Round %d: %s %s for %d ms%n",
        number, victim.title(), killed ? "killed" : "held still", down);
    if (killed) {
      victim.kill();
      pause(down, down + 1);
      victim.start();
    } else {
      victim.freeze();
      pause(down, down + 1);
      victim.thaw();
    }
  }

  private void pause(int least, int most) {
    LockSupport.parkNanos(Duration.ofMillis(random.nextInt(least, most)).toNanos());
  }
}
