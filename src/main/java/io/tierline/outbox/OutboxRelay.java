package io.tierline.outbox;

import java.util.ArrayList;
import java.util.List;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Relays the outbox: one courier per destination, on every instance. A parcel in hand is leased,
 * not locked: no transaction stays open while the other side takes its time, and what a killed
 * instance had in hand is sent by another, with the same id, when the lease has run out.
 */
@Component
class OutboxRelay implements SmartLifecycle {
  private final List<Destination> destinations;
  private final OutboxRows rows;
  private final Bells bells;
  private final OutboxSettings settings;
  private final Carried carried;
  private final List<Courier> couriers = new ArrayList<>();
  private final List<Thread> threads = new ArrayList<>();

  OutboxRelay(
      List<Destination> destinations,
      OutboxRows rows,
      Bells bells,
      OutboxSettings settings,
      Carried carried) {
    this.destinations = destinations;
    this.rows = rows;
    this.bells = bells;
    this.settings = settings;
    this.carried = carried;
  }

  @Override
  public synchronized void start() {
    for (Destination destination : destinations) {
      Courier courier =
          new Courier(destination, rows, bells.of(destination.name()), settings, carried);
      couriers.add(courier);
      carried.show(destination.name(), courier.window());
      threads.add(Thread.ofVirtual().name("outbox-" + destination.name()).start(courier));
    }
  }

  /** Lets what is under way land, so that an orderly stop sends nothing twice. */
  @Override
  public synchronized void stop() {
    couriers.forEach(Courier::stop);
    try {
      for (Thread thread : threads) {
        thread.join(settings.sendTimeout());
        thread.interrupt();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    couriers.clear();
    threads.clear();
  }

  @Override
  public synchronized boolean isRunning() {
    return !couriers.isEmpty();
  }
}
