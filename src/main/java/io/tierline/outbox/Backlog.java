package io.tierline.outbox;

import java.time.Duration;

/** What waits to be sent. */
public interface Backlog {

  /** The age of the oldest parcel that waits for a destination; zero if none waits. */
  Duration age(String destination);
}
