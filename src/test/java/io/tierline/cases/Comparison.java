package io.tierline.cases;

import io.tierline.cases.CaseFile.Expectation;
import io.tierline.policy.Answer;
import io.tierline.policy.Callout;
import io.tierline.policy.Clock;
import io.tierline.policy.Ground;
import io.tierline.policy.Judgement;
import io.tierline.policy.Place;
import io.tierline.policy.WhoseTime;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Holds an expectation against a judgement. */
public final class Comparison {

  /** What a case may say of a clock: by default of its latest round. */
  public static final Set<String> CLOCK_KEYS =
      Set.of(
          "state",
          "due",
          "breached",
          "owner",
          "budget",
          "unit",
          "round",
          "stopped",
          "started",
          "paused");

  private static final Set<String> CALLOUT_KEYS = Set.of("answered", "since", "role", "group");

  private static final Set<String> QUEUE_KEYS = Set.of("rank", "at");

  private final List<String> differences = new ArrayList<>();
  private final Duration shift;
  private final Duration leeway;

  private Comparison(Duration shift, Duration leeway) {
    this.shift = shift;
    this.leeway = leeway;
  }

  /** What differs, a line each. */
  public static List<String> of(Expectation expected, Judgement found) {
    return of(expected, found, Duration.ZERO, Duration.ZERO);
  }

  /**
   * What differs, a line each, from a case that is played at another time.
   *
   * @param shift how much later it is played
   * @param leeway by how much instants and spans may differ
   */
  static List<String> of(Expectation expected, Judgement found, Duration shift, Duration leeway) {
    Comparison comparison = new Comparison(shift, leeway);
    comparison.words(expected, found);
    comparison.clocks(expected.clocks(), found);
    comparison.allowed(expected.allowed(), found);
    comparison.permits(expected.permits(), found);
    comparison.closure(expected.closure(), found);
    comparison.callouts(expected.callouts(), found);
    return comparison.differences;
  }

  /** What differs in the tier that those outside see, a line each. */
  static List<String> outside(String expected, Judgement seen) {
    Comparison comparison = new Comparison(Duration.ZERO, Duration.ZERO);
    comparison.word("outside", expected, seen.tier());
    return comparison.differences;
  }

  /** What differs in its place among those that wait, a line each. */
  static List<String> queue(Map<String, Object> expected, Place found) {
    Comparison comparison = new Comparison(Duration.ZERO, Duration.ZERO);
    comparison.keys("queue", expected, QUEUE_KEYS);
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("rank", found.rank());
    Instant at = found.waits().get("vendor");
    values.put("at", Instant.MAX.equals(at) ? null : at);
    comparison.values("queue", expected, values);
    return comparison.differences;
  }

  /** What differs in whose time it was, a line each. */
  static List<String> shares(Map<String, String> expected, WhoseTime found) {
    Comparison comparison = new Comparison(Duration.ZERO, Duration.ZERO);
    expected.forEach(
        (party, share) -> {
          String actual = found.shares().getOrDefault(party, "nothing");
          comparison.same("shares." + party, share, actual);
        });
    return comparison.differences;
  }

  private void words(Expectation expected, Judgement found) {
    word("severity", expected.severity(), found.severity().value());
    word("tier", expected.tier(), found.tier());
    word("status", expected.status(), found.status());
    word("turn", expected.turn(), found.turn());
    word("type", expected.type(), found.type());
    assessments(expected.assessments(), found);
    word("scope", expected.scope(), found.scope().value());
    if (expected.missing() != null) {
      same("missing", Set.copyOf(expected.missing()), Set.copyOf(found.missing()));
    }
    if (expected.next() != null) {
      boolean never = expected.next().equals("never");
      same("next", never ? null : instant(expected.next()), found.nextChangeAt());
    }
  }

  private void assessments(@Nullable Map<String, String> expected, Judgement found) {
    if (expected != null) {
      expected.forEach(
          (name, value) ->
              word(
                  "assessments." + name,
                  value,
                  Optional.ofNullable(found.assessments().get(name))
                      .map(Answer::value)
                      .orElse(null)));
    }
  }

  private void word(String name, @Nullable String expected, @Nullable String found) {
    if (expected != null) {
      same(name, expected, found);
    }
  }

  private void clocks(@Nullable Map<String, Object> expected, Judgement found) {
    if (expected == null) {
      return;
    }
    expected.forEach(
        (name, value) -> {
          Map<?, ?> wanted = value instanceof Map<?, ?> map ? map : Map.of("state", value);
          keys("clocks." + name, wanted, CLOCK_KEYS);
          Optional<Clock> clock = clock(found, name, wanted.get("round"));
          if (clock.isEmpty()) {
            differences.add("clocks." + name + ": expected such a round, but there is none");
          } else {
            values("clocks." + name, wanted, values(clock.get()));
          }
        });
  }

  private static Optional<Clock> clock(Judgement found, String name, @Nullable Object round) {
    return round == null
        ? found.clock(name)
        : found.clocks().stream()
            .filter(clock -> clock.name().equals(name) && round.equals(clock.round()))
            .findFirst();
  }

  private static Map<String, Object> values(Clock clock) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("state", clock.state().code());
    values.put("due", clock.dueAt());
    values.put("breached", clock.breached());
    values.put("owner", clock.owner());
    values.put("budget", clock.budget());
    values.put("unit", clock.unit());
    values.put("round", clock.round());
    values.put("stopped", clock.stoppedAt());
    values.put("started", clock.startedAt());
    values.put("paused", clock.pausedFor() == null ? null : Duration.parse(clock.pausedFor()));
    return values;
  }

  private void values(String path, Map<?, ?> expected, Map<String, Object> found) {
    expected.forEach(
        (key, value) -> {
          Object actual = found.get(key.toString());
          same(path + "." + key, like(actual, value), actual);
        });
  }

  /** The expected value in the type of the found one. */
  private @Nullable Object like(@Nullable Object actual, @Nullable Object expected) {
    if (actual instanceof Instant && expected instanceof String text) {
      return instant(text);
    }
    if (actual instanceof Duration && expected instanceof String text) {
      return Duration.parse(text);
    }
    return actual instanceof Long && expected instanceof Number number
        ? (Object) number.longValue()
        : expected;
  }

  private void permits(@Nullable Map<String, List<String>> expected, Judgement found) {
    if (expected == null) {
      return;
    }
    Set<String> actors = new TreeSet<>(found.allowed().keySet());
    actors.addAll(expected.keySet());
    for (String actor : actors) {
      Set<String> right = new TreeSet<>(expected.getOrDefault(actor, List.of()));
      Set<String> actual = new TreeSet<>(found.allowed().getOrDefault(actor, List.of()));
      if (!right.equals(actual)) {
        different("permits." + actor, right, actual);
      }
    }
  }

  private void allowed(@Nullable Map<String, List<String>> expected, Judgement found) {
    if (expected == null) {
      return;
    }
    expected.forEach(
        (actor, kinds) -> {
          List<String> actual = found.allowed().getOrDefault(actor, List.of());
          if (kinds.isEmpty() ? !actual.isEmpty() : !actual.containsAll(kinds)) {
            different("allowed." + actor, kinds, actual);
          }
        });
  }

  private void closure(@Nullable Object expected, Judgement found) {
    Map<String, Object> holding = new TreeMap<>();
    found.closure().forEach(ground -> holding.put(ground.ground(), ground.holds()));
    if (expected instanceof Map<?, ?> map) {
      keys("closure", map, holding.keySet());
      values("closure", map, holding);
    } else if (expected instanceof Collection<?> list) {
      Set<String> grounds = new HashSet<>();
      found.closure().stream().filter(Ground::holds).forEach(g -> grounds.add(g.ground()));
      same("closure", new HashSet<>(list), grounds);
    }
  }

  private void callouts(@Nullable Object expected, Judgement found) {
    if (expected instanceof Collection<?> list) {
      Set<String> open = new HashSet<>();
      found.openCallouts().forEach(callout -> open.add(callout.code()));
      same("callouts", new HashSet<>(list), open);
    } else if (expected instanceof Map<?, ?> map) {
      map.forEach((code, value) -> callout(code.toString(), (Map<?, ?>) value, found));
    }
  }

  private void callout(String code, Map<?, ?> expected, Judgement found) {
    keys("callouts." + code, expected, CALLOUT_KEYS);
    Optional<Callout> callout =
        found.callouts().stream().filter(one -> one.code().equals(code)).findFirst();
    if (callout.isEmpty()) {
      differences.add("callouts." + code + ": expected this callout, but there is none");
      return;
    }
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("answered", callout.get().answered());
    values.put("since", callout.get().since());
    values.put("role", callout.get().role());
    values.put("group", callout.get().group());
    values("callouts." + code, expected, values);
  }

  private void keys(String path, Map<?, ?> found, Set<String> known) {
    for (Object key : found.keySet()) {
      if (!known.contains(key.toString())) {
        differences.add(path + "." + key + ": expected a key of " + known);
      }
    }
  }

  private void same(String name, @Nullable Object expected, @Nullable Object found) {
    if (!Objects.equals(expected, found) && !near(expected, found)) {
      different(name, expected, found);
    }
  }

  private boolean near(@Nullable Object expected, @Nullable Object found) {
    if (expected instanceof Instant one && found instanceof Instant other) {
      return Duration.between(one, other).abs().compareTo(leeway) < 0;
    }
    return expected instanceof Duration one
        && found instanceof Duration other
        && one.minus(other).abs().compareTo(leeway) < 0;
  }

  private void different(String name, @Nullable Object expected, @Nullable Object found) {
    differences.add("%s: expected %s, but found %s".formatted(name, expected, found));
  }

  private Instant instant(String text) {
    return OffsetDateTime.parse(text).toInstant().plus(shift);
  }
}
