package io.tierline.release;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Has the packs ready before anybody asks, then keeps up with the folder and with what other
 * instances take. On threads of its own: compiling must not hold up a callout.
 */
@Component
class PackWatch implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(PackWatch.class);

  private final Lookout lookout;
  private final StoredPacks packs;
  private final ReleaseSettings settings;
  private @Nullable ScheduledExecutorService threads;

  PackWatch(Lookout lookout, StoredPacks packs, ReleaseSettings settings) {
    this.lookout = lookout;
    this.packs = packs;
    this.settings = settings;
  }

  /** Before the web server, which comes late. */
  @Override
  public int getPhase() {
    return 0;
  }

  @Override
  public synchronized void start() {
    try {
      packs.follow();
      lookout.first();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    threads = Executors.newScheduledThreadPool(2, Thread.ofVirtual().name("packs-", 0).factory());
    repeat(threads, settings.poll(), lookout::look);
    repeat(threads, settings.follow(), packs::follow);
  }

  @Override
  public synchronized void stop() {
    if (threads != null) {
      threads.shutdownNow();
      threads = null;
    }
  }

  @Override
  public synchronized boolean isRunning() {
    return threads != null;
  }

  private interface Step {
    void run() throws IOException;
  }

  private static void repeat(ScheduledExecutorService threads, Duration pause, Step step) {
    boolean[] failed = {false};
    threads.scheduleWithFixedDelay(
        () -> failed[0] = !succeeds(step, failed[0]),
        pause.toMillis(),
        pause.toMillis(),
        TimeUnit.MILLISECONDS);
  }

  /** Said once: files that vanish while they are read, or a database that is away, come back. */
  private static boolean succeeds(Step step, boolean failedBefore) {
    try {
      step.run();
      return true;
    } catch (IOException | RuntimeException e) {
      if (!failedBefore) {
        LOG.warn("Couldn't look for packs; trying again", e);
      }
      return false;
    }
  }
}
