package io.tierline.policy;

import io.tierline.timeline.Entry;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What starts, stops, pauses or sets something: any of its causes. */
record Trigger(List<Cause> causes) {

  static final Trigger NEVER = new Trigger(List.of());

  /** Far enough for everybody, and near enough to count with. */
  private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");

  private static final Instant LAST = Instant.parse("9999-12-31T00:00:00Z");

  /**
   * What happened, as triggers see it.
   *
   * @param entered the tiers that the ticket came into by it
   * @param values what tables see
   */
  record Happening(Entry entry, List<String> entered, Map<String, Object> values) {}

  /** Entries of these kinds, whoever recorded them. */
  static Trigger on(Set<String> kinds) {
    return new Trigger(List.of(new Cause(kinds, Set.of(), Map.of(), Map.of(), null, null, null)));
  }

  /** Whether it is one of the causes that happened. */
  boolean pulls(Happening happening) {
    for (Cause cause : causes) {
      if (cause.pulls(happening)) {
        return true;
      }
    }
    return false;
  }

  /** What the first cause of what happened lets begin; it has to pull. */
  Beginning beginning(Happening happening) {
    return causes.stream()
        .filter(cause -> cause.pulls(happening))
        .findFirst()
        .map(cause -> cause.beginning(happening.entry()))
        .orElseThrow();
  }

  /** The instant of a text with its offset, of the years 1 to 9999; null if it is none. */
  static @Nullable Instant instant(Object value) {
    Instant found = Observed.instant(value);
    return found == null || found.isBefore(FIRST) || found.isAfter(LAST)
        ? null
        : found.truncatedTo(ChronoUnit.MILLIS);
  }

  /** The tier whose taking over is one; null if nobody's is. */
  @Nullable String enters() {
    return causes.stream().map(Cause::enters).filter(Objects::nonNull).findFirst().orElse(null);
  }

  /**
   * One of the entries, or that a tier takes over.
   *
   * @param on kinds
   * @param by roles or actors; anybody if none is named
   * @param where what the entry's data must say
   * @param given for inputs of tables, the values of which each must have one; so a reading decides
   *     what counts, or a severity
   * @param enters a tier; null if nobody's taking over is a cause
   * @param at the data that says from when a clock runs; null if it is from the entry on
   * @param before the data that says before which instant a clock ends; null if it counts forwards
   */
  record Cause(
      Set<String> on,
      Set<String> by,
      Map<String, String> where,
      Map<String, Set<String>> given,
      @Nullable String enters,
      @Nullable String at,
      @Nullable String before) {

    private boolean pulls(Happening happening) {
      return (entered(happening.entered()) || names(happening.entry()))
          && (given.isEmpty() || holds(happening.values()));
    }

    private boolean entered(List<String> tiers) {
      return enters != null && tiers.contains(enters);
    }

    private boolean names(Entry entry) {
      return on.contains(entry.kind())
          && (by.isEmpty()
              || by.contains(entry.by().role().code())
              || by.contains(entry.by().code()))
          && (where.isEmpty() || matches(entry))
          && (at == null || instant(entry, at) != null)
          && (before == null || instant(entry, before) != null);
    }

    private static @Nullable Instant instant(Entry entry, @Nullable String name) {
      Object value = name == null ? null : entry.data().get(name);
      return value == null ? null : Trigger.instant(value);
    }

    /** What begins with an entry that is one of them. */
    private Beginning beginning(Entry entry) {
      Instant from = instant(entry, at);
      return new Beginning(from == null ? entry.at() : from, instant(entry, before));
    }

    private boolean matches(Entry entry) {
      return where.entrySet().stream()
          .allMatch(value -> value.getValue().equals(said(entry.data().get(value.getKey()))));
    }

    private static @Nullable String said(@Nullable Object value) {
      return value == null ? null : value.toString();
    }

    private boolean holds(Map<String, Object> values) {
      return given.entrySet().stream()
          .allMatch(
              condition ->
                  condition.getValue().contains(String.valueOf(values.get(condition.getKey()))));
    }

    /** Whether it happens whenever one of its kinds is recorded. */
    boolean plain() {
      return by.isEmpty() && where.isEmpty() && given.isEmpty();
    }
  }

  /**
   * From when a round of a clock runs.
   *
   * @param before the instant before which its budget ends; null if it is counted from the start
   */
  record Beginning(Instant start, @Nullable Instant before) {}
}
