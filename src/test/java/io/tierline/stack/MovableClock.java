package io.tierline.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * The server's clock in tests and demonstrations. It runs like the system's, and ahead of it by
 * what it was moved; it never goes back. How far ahead is kept in a file, so that a server that
 * starts again doesn't find its own past in the future. Nobody else's clock moves, not the engine's
 * either.
 */
public final class MovableClock extends Clock {

  private final Path file;
  private volatile Duration ahead;

  MovableClock(Path file) {
    this.file = file;
    this.ahead = kept(file);
  }

  /**
   * Moves it forward.
   *
   * @param by how far; not negative
   * @return the instant it shows then, UTC
   */
  public synchronized Instant forward(Duration by) {
    if (by.isNegative()) {
      throw new IllegalArgumentException("Expected to move forward, but asked for " + by);
    }
    Duration moved = ahead.plus(by);
    keep(moved);
    ahead = moved;
    return instant();
  }

  /** Begins anew after the file was removed. */
  void reset() {
    ahead = kept(file);
  }

  /** How far ahead of the system's clock it is. */
  public Duration ahead() {
    return ahead;
  }

  @Override
  public Instant instant() {
    return Instant.now().plus(ahead);
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return Clock.offset(Clock.system(zone), ahead);
  }

  private void keep(Duration moved) {
    Path draft = Path.of(file + ".draft");
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(draft, moved.toString());
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Duration kept(Path file) {
    try {
      return Files.exists(file) ? Duration.parse(Files.readString(file).strip()) : Duration.ZERO;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
