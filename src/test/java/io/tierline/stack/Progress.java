package io.tierline.stack;

import java.io.PrintStream;
import java.time.Duration;

/** Says what a part does, a line each time, with the seconds since the beginning. */
public final class Progress {

  private final PrintStream out;
  private final long begin = System.nanoTime();

  /** Says it there. */
  public Progress(PrintStream out) {
    this.out = out;
  }

  void says(String who, String what) {
    out.println("%6.1f s  %-22s %s".formatted(elapsed().toMillis() / 1000.0, who, what));
  }

  /** How long ago it began. */
  public Duration elapsed() {
    return Duration.ofNanos(System.nanoTime() - begin);
  }
}
