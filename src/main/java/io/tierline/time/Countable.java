package io.tierline.time;

import java.time.Instant;

/** Instants that calendars can count with: far beyond, their arithmetic overflows. */
public final class Countable {

  /** The earliest. */
  public static final Instant EARLIEST = Instant.parse("1970-01-01T00:00:00Z");

  /** The latest. */
  public static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

  private Countable() {}

  /** Whether an instant is one. */
  public static boolean is(Instant instant) {
    return !instant.isBefore(EARLIEST) && !instant.isAfter(LATEST);
  }
}
