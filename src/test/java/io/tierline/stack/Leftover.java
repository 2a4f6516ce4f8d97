package io.tierline.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A process as its pid file names it. A pid alone may be somebody else's by now, so the instant of
 * its start goes with it.
 *
 * @param pid the process id
 * @param started when it started
 */
record Leftover(long pid, Instant started) {

  // The kernel counts from boot and the boot instant is computed, so two readings differ a little.
  private static final Duration TOLERANCE = Duration.ofSeconds(2);

  static Leftover of(ProcessHandle process) {
    return new Leftover(process.pid(), process.info().startInstant().orElse(Instant.EPOCH));
  }

  void write(Path file) {
    try {
      Files.writeString(file, pid + "\n" + started + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Optional<Leftover> read(Path file) {
    try {
      List<String> lines = Files.readAllLines(file);
      return lines.size() < 2
          ? Optional.empty()
          : Optional.of(new Leftover(Long.parseLong(lines.get(0)), Instant.parse(lines.get(1))));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** The process itself if it still lives. */
  Optional<ProcessHandle> alive() {
    return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).filter(this::sameStart);
  }

  private boolean sameStart(ProcessHandle process) {
    return process
        .info()
        .startInstant()
        .map(start -> Duration.between(started, start).abs().compareTo(TOLERANCE) <= 0)
        .orElse(false);
  }
}
