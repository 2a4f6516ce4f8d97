package io.tierline.timeline;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Everything that happened to one subject, in the order in which it happened: by ({@code at},
 * {@code seq}). Immutable.
 */
public record Timeline(List<Entry> entries) {

  private static final Comparator<Entry> ORDER =
      Comparator.comparing(Entry::at).thenComparingLong(Entry::seq);

  /** Puts the entries in their order. */
  public Timeline {
    entries = entries.stream().sorted(ORDER).toList();
  }

  /** The timeline of the given entries, in any order. */
  public static Timeline of(Entry... entries) {
    return new Timeline(List.of(entries));
  }

  /** This timeline without what happened after {@code now}. */
  public Timeline asOf(Instant now) {
    return entries.stream().noneMatch(entry -> entry.at().isAfter(now))
        ? this
        : new Timeline(entries.stream().filter(entry -> !entry.at().isAfter(now)).toList());
  }

  /** This timeline as it was known at an instant: without what was recorded later. */
  public Timeline knownBy(Instant instant) {
    return new Timeline(
        entries.stream().filter(entry -> !entry.recordedAt().isAfter(instant)).toList());
  }

  /** This timeline and one more entry. */
  public Timeline plus(Entry entry) {
    List<Entry> more = new ArrayList<>(entries);
    more.add(entry);
    return new Timeline(more);
  }

  /** The highest {@code seq} on it, 0 if it is empty. */
  public long lastSeq() {
    return entries.stream().mapToLong(Entry::seq).max().orElse(0);
  }
}
