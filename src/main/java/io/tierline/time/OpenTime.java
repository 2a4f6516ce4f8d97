package io.tierline.time;

import io.tierline.time.Windows.Window;
import java.util.Arrays;
import java.util.List;

/**
 * Open windows in their order, and how much open time lies before each, so that every question is a
 * binary search, however long the time it asks about. All figures are milliseconds, instants since
 * the epoch.
 */
final class OpenTime {

  private final long[] opens;
  private final long[] closes;
  private final long[] before;
  private final long total;

  /** Takes windows in order that neither touch nor are empty; at least one. */
  OpenTime(List<Window> windows) {
    opens = windows.stream().mapToLong(Window::from).toArray();
    closes = windows.stream().mapToLong(Window::to).toArray();
    before = new long[opens.length];
    long sum = 0;
    for (int i = 0; i < opens.length; i++) {
      before[i] = sum;
      sum += closes[i] - opens[i];
    }
    total = sum;
  }

  /** All of it. */
  long total() {
    return total;
  }

  /** Open time before an instant. */
  long before(long instant) {
    int window = windowAfter(instant);
    return window == opens.length ? total : before[window] + Math.max(0, instant - opens[window]);
  }

  /** The earliest instant before which so much lies: more than none, at most all of it. */
  long earliest(long time) {
    int found = Arrays.binarySearch(before, time);
    int window = (found >= 0 ? found : -found - 1) - 1;
    return opens[window] + time - before[window];
  }

  /** The latest instant before which so much lies: less than all of it. */
  long latest(long time) {
    int found = Arrays.binarySearch(before, time);
    int window = found >= 0 ? found : -found - 2;
    return opens[window] + time - before[window];
  }

  /** The first open instant not before the given one; {@link Long#MAX_VALUE} if there is none. */
  long nextOpen(long instant) {
    int window = windowAfter(instant);
    return window == opens.length ? Long.MAX_VALUE : Math.max(instant, opens[window]);
  }

  /** The first close after the given instant; {@link Long#MAX_VALUE} if there is none. */
  long nextClose(long instant) {
    int window = windowAfter(instant);
    return window == opens.length ? Long.MAX_VALUE : closes[window];
  }

  /** The first window that closes after the instant. */
  private int windowAfter(long instant) {
    int found = Arrays.binarySearch(closes, instant);
    return found >= 0 ? found + 1 : -found - 1;
  }
}
