package io.tierline.policy;

import io.tierline.policy.Declaration.Moment;
import io.tierline.timeline.Entry;
import io.tierline.timeline.Kinds;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What entered the timeline from outside, wherever it stands on it.
 *
 * @param moments by flag: until when it is true
 * @param terms the contract's terms
 * @param route the first route that was observed: it holds from the beginning
 * @param agreement whose terms these are; null where nobody said so
 */
record Observed(
    Map<String, Instant> moments,
    Map<String, Object> terms,
    String route,
    @Nullable String agreement) {

  static Observed of(List<Entry> entries, Map<String, Moment> declared) {
    Map<String, Instant> moments = new HashMap<>();
    Map<String, Object> terms = new HashMap<>();
    String route = null;
    String agreement = null;
    for (Entry entry : entries) {
      agreement = agreement(entry, agreement);
      if (entry.kind().equals(Kinds.OBSERVED)) {
        if (entry.data().get("terms") instanceof Map<?, ?> found) {
          found.forEach((key, value) -> terms.merge(key.toString(), value, Observed::beside));
          route = route == null ? route(entry) : route;
        }
        if (entry.data().get("facts") instanceof Map<?, ?> facts) {
          declared.forEach((name, moment) -> put(moments, moment.flag(), facts.get(name)));
        }
      }
    }
    return new Observed(
        moments, terms, route == null ? Inputs.ROUTES.getFirst() : route, agreement);
  }

  /** What is told of one calendar or time leaves the others as they were. */
  private static Object beside(Object before, Object now) {
    if (!(before instanceof Map<?, ?> known) || !(now instanceof Map<?, ?> told)) {
      return now;
    }
    Map<Object, Object> both = new HashMap<>(known);
    both.putAll(told);
    return both;
  }

  /** The facts say it, or whoever opened. */
  private static @Nullable String agreement(Entry entry, @Nullable String before) {
    boolean says =
        entry.kind().equals(Kinds.OBSERVED)
            ? entry.data().containsKey("terms")
            : entry.kind().equals(Kinds.OPENED) && before == null;
    return says && entry.data().get("agreement") instanceof String code ? code : before;
  }

  private static void put(Map<String, Instant> moments, String flag, @Nullable Object value) {
    if (value != null) {
      Instant until = instant(value);
      if (until != null) {
        moments.put(flag, until);
      }
    }
  }

  /** The instant of a text; null if it is none. */
  static @Nullable Instant instant(Object value) {
    try {
      return OffsetDateTime.parse(value.toString()).toInstant();
    } catch (DateTimeException wrong) {
      return null;
    }
  }

  /** Whether an entry moves the ticket to another route, which the values then tell. */
  boolean reroutes(Map<String, Object> values, Entry entry) {
    String found = entry.kind().equals(Kinds.OBSERVED) ? route(entry) : null;
    return found != null && !found.equals(values.put("route", found));
  }

  private static @Nullable String route(Entry entry) {
    return entry.data().get("terms") instanceof Map<?, ?> terms
            && terms.get("route") instanceof String route
            && Inputs.ROUTES.contains(route)
        ? route
        : null;
  }

  /** The first millisecond at which each flag is false: an instant is read in whole ones. */
  Stream<Instant> flips() {
    return moments.values().stream()
        .map(until -> until.plusNanos(999_999).truncatedTo(ChronoUnit.MILLIS));
  }

  /** Sets the flags as they stand at an instant. */
  void flags(Map<String, Object> values, Instant at) {
    moments.forEach((flag, until) -> values.put(flag, at.isBefore(until)));
  }
}
