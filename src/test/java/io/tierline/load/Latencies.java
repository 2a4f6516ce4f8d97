package io.tierline.load;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** How long each of many requests took, and all of them together. */
final class Latencies {

  private final List<Long> nanos = Collections.synchronizedList(new ArrayList<>());
  private final long began = System.nanoTime();
  private long took;

  void add(long one) {
    nanos.add(one);
  }

  Latencies end() {
    took = System.nanoTime() - began;
    Collections.sort(nanos);
    return this;
  }

  int count() {
    return nanos.size();
  }

  Duration took() {
    return Duration.ofNanos(took);
  }

  double aSecond() {
    return nanos.size() * 1e9 / took;
  }

  double millis(double share) {
    return nanos.isEmpty()
        ? Double.NaN
        : nanos.get((int) Math.min(nanos.size() - 1, nanos.size() * share)) / 1e6;
  }

  @Override
  public String toString() {
    return "%d in %.1f s, %.0f a second, p50 %.1f ms, p99 %.1f ms"
        .formatted(count(), took / 1e9, aSecond(), millis(0.5), millis(0.99));
  }
}
