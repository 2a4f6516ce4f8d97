package io.tierline.outbox;

import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** A system that parcels go to. A Spring bean per destination; the relay finds them by name. */
public interface Destination {

  /** The name that parcels use, such as {@code kafka}. */
  String name();

  /**
   * Sends one parcel. Completes when the other side has acknowledged it; fails with {@link Busy}
   * when the other side asks for less, with anything else for a fault. The relay tries again in
   * both cases, for ever.
   *
   * @param id the same at every attempt, and of no other parcel: consumers drop what they have seen
   * @param lane the parcel's lane
   * @param type the parcel's type
   * @param body the parcel's body
   */
  CompletableFuture<Void> send(String id, String lane, String type, Map<String, Object> body);

  /** The other side is alive and asks for less (RESOURCE_EXHAUSTED), or we pace ourselves. */
  final class Busy extends RuntimeException {
    /** With the other side's words, or ours. */
    public Busy(String message) {
      super(message);
    }
  }
}
