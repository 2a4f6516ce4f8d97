package io.tierline.notice;

import io.tierline.timeline.Entry;
import io.tierline.timeline.Kinds;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What told of the breaches that an entry takes back: that they happened, or a callout for their
 * sake. A reminder says that a promise may break, not that it did.
 *
 * @param withdrawn the breaches
 */
record Warnings(List<Breach> withdrawn) {

  /**
   * A round of a clock.
   *
   * @param startedAt tells it from others, for a late entry gives rounds other numbers; null on
   *     record from before it was told
   */
  record Breach(String clock, int round, @Nullable String startedAt) {

    static Stream<Breach> of(Object facts) {
      return facts instanceof Map<?, ?> map
              && map.get("clock") instanceof String clock
              && map.get("round") instanceof Number round
          ? Stream.of(new Breach(clock, round.intValue(), (String) map.get("startedAt")))
          : Stream.empty();
    }

    boolean same(Breach other) {
      return clock.equals(other.clock)
          && (startedAt == null || other.startedAt == null
              ? round == other.round
              : startedAt.equals(other.startedAt));
    }
  }

  /** Those that an entry takes back. */
  static Warnings of(Entry entry) {
    return new Warnings(breaches(entry).toList());
  }

  /** The entries that told of them. */
  List<Entry> among(Collection<Entry> entries) {
    Set<Instant> broken =
        entries.stream()
            .filter(entry -> entry.kind().equals(Kinds.DEADLINE_REACHED) && tells(breaches(entry)))
            .map(Entry::recordedAt)
            .collect(Collectors.toSet());
    return entries.stream().filter(entry -> tells(entry, broken)).toList();
  }

  /**
   * Callouts on record from before they named their clock were told with the breach.
   *
   * @param broken when one of the breaches was recorded
   */
  private boolean tells(Entry entry, Set<Instant> broken) {
    return switch (entry.kind()) {
      case Kinds.DEADLINE_REACHED -> tells(breaches(entry));
      case Kinds.INCIDENT_DECLARED ->
          entry.data().containsKey("clock")
              ? tells(Breach.of(entry.data()))
              : broken.contains(entry.recordedAt());
      default -> false;
    };
  }

  private boolean tells(Stream<Breach> breaches) {
    return breaches.anyMatch(breach -> withdrawn.stream().anyMatch(breach::same));
  }

  private static Stream<Breach> breaches(Entry entry) {
    return entry.data().get("breaches") instanceof List<?> breaches
        ? breaches.stream().filter(Objects::nonNull).flatMap(Breach::of)
        : Stream.empty();
  }
}
