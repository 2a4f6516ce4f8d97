package io.tierline.policy;

import io.tierline.timeline.Entry;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What starts, stops, pauses or sets something: any of its causes. */
record Trigger(List<Cause> causes) {

  static final Trigger NEVER = new Trigger(List.of());

  /**
   * What happened, as triggers see it.
   *
   * @param entered the tiers that the ticket came into by it
   * @param values what tables see
   */
  record Happening(Entry entry, List<String> entered, Map<String, Object> values) {}

  /** Entries of these kinds, whoever recorded them. */
  static Trigger on(Set<String> kinds) {
    return new Trigger(List.of(new Cause(kinds, Set.of(), Map.of(), Map.of(), null)));
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
   */
  record Cause(
      Set<String> on,
      Set<String> by,
      Map<String, String> where,
      Map<String, Set<String>> given,
      @Nullable String enters) {

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
          && (where.isEmpty() || matches(entry));
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
}
