package io.tierline.process;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Closes what may never come back from closing: the engine's client was seen to wait for a lock
 * without end when the engine was dead, and with it the whole server's orderly stop.
 */
final class Closing {

  private static final Logger LOG = LoggerFactory.getLogger(Closing.class);

  private Closing() {}

  /** Closes it, and goes on after a while whether it has ended or not. */
  static void within(Duration patience, AutoCloseable what) {
    Thread closing = Thread.ofPlatform().daemon().name("closing").start(() -> close(what));
    try {
      if (!closing.join(patience)) {
        LOG.warn("Expected the engine's client to close, but it didn't within {}", patience);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void close(AutoCloseable what) {
    try {
      what.close();
    } catch (Exception e) {
      LOG.info("The engine's client ended with {}", e.toString());
    }
  }
}
