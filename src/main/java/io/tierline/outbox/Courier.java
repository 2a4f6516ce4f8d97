package io.tierline.outbox;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries one destination's parcels. One thread books, claims and counts; each send has a virtual
 * thread of its own, so that a destination that blocks holds up nothing but its parcel.
 */
final class Courier implements Runnable {
  private static final Logger LOG = LoggerFactory.getLogger(Courier.class);

  private final Destination destination;
  private final OutboxRows rows;
  private final Bells.Bell bell;
  private final OutboxSettings settings;
  private final Carried carried;
  private final Window window;
  private final Queue<Landing> landed = new ConcurrentLinkedQueue<>();
  private final List<Landing> unbooked = new ArrayList<>();
  private volatile boolean stopping;
  private boolean databaseFailed;
  private long lookedAt = System.nanoTime();

  Courier(
      Destination destination,
      OutboxRows rows,
      Bells.Bell bell,
      OutboxSettings settings,
      Carried carried) {
    this.destination = destination;
    this.rows = rows;
    this.bell = bell;
    this.settings = settings;
    this.carried = carried;
    this.window = new Window(settings);
  }

  Window window() {
    return window;
  }

  /** Takes nothing more in hand; {@link #run} ends when what is under way has landed. */
  void stop() {
    stopping = true;
    bell.ring();
  }

  @Override
  public void run() {
    try (ExecutorService sends = carried.threads(destination.name())) {
      while (!stopping || window.inFlight() > 0) {
        bell.await(shorter(settings.poll(), window.rest()));
        round(sends);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void round(ExecutorService sends) throws InterruptedException {
    gather();
    collect();
    int room = stopping ? 0 : window.room();
    if (unbooked.isEmpty() && room == 0) {
      return;
    }
    lookedAt = System.nanoTime();
    try {
      List<Waiting> claimed = rows.settleAndClaim(destination.name(), unbooked, room);
      unbooked.clear();
      databaseFailed = false;
      claimed.forEach(parcel -> depart(parcel, sends));
    } catch (RuntimeException e) {
      if (!databaseFailed) {
        LOG.error("Couldn't book or claim parcels for {}; trying again", destination.name(), e);
      }
      databaseFailed = true;
    }
  }

  /** Lets what comes within moments share one look; after a rest there is nothing to wait for. */
  private void gather() throws InterruptedException {
    long left = lookedAt + settings.gather().toNanos() - System.nanoTime();
    if (left > 0) {
      TimeUnit.NANOSECONDS.sleep(left);
    }
  }

  private void collect() {
    for (Landing landing = landed.poll(); landing != null; landing = landed.poll()) {
      window.land(landing);
      unbooked.add(landing);
      carried.count(destination.name(), landing, settings);
    }
  }

  private void depart(Waiting parcel, ExecutorService sends) {
    int epoch = window.depart();
    CompletableFuture.supplyAsync(() -> send(parcel), sends)
        .thenCompose(sent -> sent)
        .orTimeout(settings.sendTimeout().toMillis(), TimeUnit.MILLISECONDS)
        .whenComplete(
            (nothing, fault) -> {
              landed.add(new Landing(parcel, epoch, fault));
              bell.ring();
            });
  }

  private CompletableFuture<Void> send(Waiting parcel) {
    return destination.send(parcel.id().toString(), parcel.lane(), parcel.type(), parcel.body());
  }

  private static Duration shorter(Duration poll, Duration rest) {
    return rest.isZero() || rest.compareTo(poll) > 0 ? poll : rest;
  }
}
