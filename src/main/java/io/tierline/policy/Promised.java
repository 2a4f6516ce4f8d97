package io.tierline.policy;

import io.tierline.time.Amount;
import io.tierline.time.Pauses.Pause;
import io.tierline.time.Unit;
import io.tierline.timeline.Entry;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a policy had promised in a round of a clock when a ticket left it: a fact for the policy
 * that comes after, which can't know it.
 *
 * @param clock the clock's name
 * @param round its round, from 1
 * @param startedAt when the round started, UTC
 * @param from from when the promise counts, UTC: the start, or when it was made
 * @param amount of {@code unit}; null, like it and the calendar, if nothing was promised
 * @param unit a code such as {@code business-hours}
 * @param calendar the calendar that it counts in
 * @param pack pack and version that promised it, such as {@code acme@2020-10-02}
 * @param stoppedAt when it was fulfilled or interrupted, UTC; null if it was not
 * @param cancelledAt when it was owed no more, UTC; null if it was owed still
 * @param lapses while nothing was promised, before something was again
 */
public record Promised(
    String clock,
    int round,
    Instant startedAt,
    Instant from,
    @Nullable Long amount,
    @Nullable String unit,
    @Nullable String calendar,
    String pack,
    @Nullable Instant stoppedAt,
    @Nullable Instant cancelledAt,
    List<Pause> lapses) {

  private static final String KEY = "promised";

  /** As it stands in the data of a {@code policy-changed} entry, among others. */
  public Map<String, Object> facts() {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("clock", clock);
    facts.put("round", round);
    facts.put("startedAt", startedAt.toString());
    facts.put("from", from.toString());
    put(facts, "amount", amount);
    put(facts, "unit", unit);
    put(facts, "calendar", calendar);
    facts.put("pack", pack);
    put(facts, "stoppedAt", stoppedAt == null ? null : stoppedAt.toString());
    put(facts, "cancelledAt", cancelledAt == null ? null : cancelledAt.toString());
    put(facts, "lapses", lapses.isEmpty() ? null : lapses.stream().map(Promised::span).toList());
    return facts;
  }

  private static void put(Map<String, Object> facts, String key, @Nullable Object value) {
    if (value != null) {
      facts.put(key, value);
    }
  }

  /** What an entry says under {@code promised}; empty if it says nothing of it. */
  static Optional<List<Promised>> of(Entry changed) {
    return changed.data().get(KEY) instanceof List<?> all
        ? Optional.of(all.stream().flatMap(one -> read(one).stream()).toList())
        : Optional.empty();
  }

  private static Optional<Promised> read(Object facts) {
    if (!(facts instanceof Map<?, ?> map)
        || !(map.get("clock") instanceof String clock)
        || !(map.get("round") instanceof Integer round)) {
      return Optional.empty();
    }
    Instant start = instant(map, "startedAt");
    Instant from = instant(map, "from");
    if (start == null) {
      return Optional.empty();
    }
    boolean whole =
        map.get("amount") instanceof Number amount
            && amount.longValue() >= 0
            && amount.longValue() <= Inputs.MOST
            && Unit.of(String.valueOf(map.get("unit"))).isPresent();
    return Optional.of(
        new Promised(
            clock,
            round,
            start,
            from == null ? start : from,
            whole ? ((Number) map.get("amount")).longValue() : null,
            whole ? map.get("unit").toString() : null,
            whole ? String.valueOf(map.get("calendar")) : null,
            String.valueOf(map.get("pack")),
            instant(map, "stoppedAt"),
            instant(map, "cancelledAt"),
            lapses(map.get("lapses"))));
  }

  private static Map<String, Object> span(Pause lapse) {
    return Map.of("from", lapse.from().toString(), "to", lapse.to().toString());
  }

  private static List<Pause> lapses(@Nullable Object spans) {
    return spans instanceof List<?> all
        ? all.stream().flatMap(one -> lapse(one).stream()).toList()
        : List.of();
  }

  private static Optional<Pause> lapse(Object span) {
    Instant from = span instanceof Map<?, ?> map ? instant(map, "from") : null;
    Instant to = span instanceof Map<?, ?> map ? instant(map, "to") : null;
    return from == null || to == null || to.isBefore(from)
        ? Optional.empty()
        : Optional.of(new Pause(from, to));
  }

  private static @Nullable Instant instant(Map<?, ?> map, String key) {
    return map.get(key) == null ? null : Observed.instant(map.get(key));
  }

  /** The promise itself. */
  Promise promise() {
    Amount promised =
        amount == null ? null : Unit.of(unit).map(found -> new Amount(amount, found)).orElse(null);
    Why why = new Why("policy-changed", null, List.of(), "It was promised by %s".formatted(pack));
    return new Promise(promised, calendar == null ? "" : calendar, why, pack);
  }
}
