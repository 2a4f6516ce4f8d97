package io.tierline.broken;

import io.tierline.stack.Part;
import io.tierline.stack.PostgreSql;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.concurrent.locks.LockSupport;

/**
 * Breaks one part a round, at an instant and in an order that the seed decides, and mends it. Each
 * part is killed once before one is killed twice.
 */
final class Breaker {

  private enum Way {
    KILLED,
    HELD_STILL,
    WITHOUT_DISK_SPACE
  }

  private record Breakage(Part victim, Way way) {}

  /** Every so many rounds a part is held still, as by a network that hangs. */
  private static final int HOLD = 4;

  private final SplittableRandom random;
  private final List<Breakage> losses = new ArrayList<>();
  private final List<Breakage> holds = new ArrayList<>();

  Breaker(List<Part> parts, SplittableRandom random) {
    this.random = random;
    for (Part part : parts) {
      losses.add(new Breakage(part, Way.KILLED));
      holds.add(new Breakage(part, Way.HELD_STILL));
      if (part instanceof PostgreSql) {
        losses.add(new Breakage(part, Way.WITHOUT_DISK_SPACE));
      }
    }
    Random shuffling = new Random(random.nextLong());
    Collections.shuffle(losses, shuffling);
    Collections.shuffle(holds, shuffling);
  }

  /** One round, from 1; every part is up again when it ends. */
  void round(int number) {
    pause(random.nextInt(500, 4_000));
    Breakage breakage =
        number % HOLD == 0
            ? holds.get(number / HOLD % holds.size())
            : losses.get((number - number / HOLD - 1) % losses.size());
    int down = random.nextInt(200, 6_000);
    String way = breakage.way().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    System.out.printf("Round %d: %s %s for %d ms%n", number, breakage.victim().title(), way, down);
    breakUp(breakage);
    pause(down);
    mend(breakage);
  }

  private static void breakUp(Breakage breakage) {
    switch (breakage.way()) {
      case KILLED -> breakage.victim().kill();
      case HELD_STILL -> breakage.victim().freeze();
      case WITHOUT_DISK_SPACE -> ((PostgreSql) breakage.victim()).fillDisk();
    }
  }

  /** It may have ended by itself, as PostgreSQL does when it can't write its log. */
  private static void mend(Breakage breakage) {
    switch (breakage.way()) {
      case KILLED -> {}
      case HELD_STILL -> breakage.victim().thaw();
      case WITHOUT_DISK_SPACE -> ((PostgreSql) breakage.victim()).freeDisk();
    }
    breakage.victim().start();
  }

  private static void pause(int millis) {
    LockSupport.parkNanos(Duration.ofMillis(millis).toNanos());
  }
}
