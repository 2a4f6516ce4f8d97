package io.tierline.policy;

import io.tierline.policy.Differences.Value;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Two {@code policy.yaml} beside each other.
 *
 * @param languages those that either speaks
 * @param foreign those of them that only one speaks: nothing can be compared with what it says
 */
record PolicyDifferences(
    Map<?, ?> here, Map<?, ?> there, Set<String> languages, Set<String> foreign) {

  private static final String ENGLISH = "en";
  private static final String LANGUAGE = "language";
  private static final String CLAUSES = "clauses";

  /** What a pack and its version are called. */
  private static final Set<String> NAMES = Set.of("pack", "version", LANGUAGE);

  static PolicyDifferences of(@Nullable String here, @Nullable String there) {
    Map<?, ?> one = read(here);
    Map<?, ?> other = read(there);
    Set<String> ours = languages(one);
    Set<String> others = languages(other);
    Set<String> all = new LinkedHashSet<>(ours);
    all.addAll(others);
    Set<String> foreign = new LinkedHashSet<>(all);
    foreign.removeIf(language -> ours.contains(language) && others.contains(language));
    return new PolicyDifferences(one, other, all, foreign);
  }

  private static Map<?, ?> read(@Nullable String yaml) {
    Object document = yaml == null ? Map.of() : Yaml.read("policy.yaml", yaml, new ArrayList<>());
    return document instanceof Map<?, ?> map ? map : Map.of();
  }

  private static Set<String> languages(Map<?, ?> policy) {
    return new LinkedHashSet<>(List.of(ENGLISH, String.valueOf(policy.get(LANGUAGE))));
  }

  boolean sameLanguages() {
    return foreign.isEmpty();
  }

  List<Value> values() {
    List<Value> found = new ArrayList<>();
    for (Object key : keys(here, there)) {
      if (!NAMES.contains(String.valueOf(key))) {
        compare(String.valueOf(key), List.of(), here.get(key), there.get(key), found);
      }
    }
    return List.copyOf(found);
  }

  private void compare(
      String place,
      List<String> outer,
      @Nullable Object one,
      @Nullable Object other,
      List<Value> found) {
    if (Objects.equals(one, other)) {
      return;
    }
    if (one instanceof Map<?, ?> map && other instanceof Map<?, ?> others) {
      maps(place, clauses(map, others, outer), map, others, found);
    } else if (one instanceof List<?> list && other instanceof List<?> others) {
      lists(place, outer, list, others, found);
    } else {
      found.add(new Value(place, clauses(one, other, outer), one, other));
    }
  }

  private void maps(
      String place, List<String> clauses, Map<?, ?> one, Map<?, ?> other, List<Value> found) {
    Set<Object> keys = keys(one, other);
    boolean words = languages.containsAll(keys);
    for (Object key : keys) {
      if (!CLAUSES.equals(key) && !(words && foreign.contains(key))) {
        compare(place + "." + key, clauses, one.get(key), other.get(key), found);
      }
    }
  }

  /** Of lists whose items are said one by one only what the other one lacks is told. */
  private void lists(
      String place, List<String> clauses, List<?> one, List<?> other, List<Value> found) {
    boolean plain =
        Stream.concat(one.stream(), other.stream()).noneMatch(item -> item instanceof Map);
    if (!plain && one.size() == other.size()) {
      for (int i = 0; i < one.size(); i++) {
        compare(place + "[" + i + "]", clauses, one.get(i), other.get(i), found);
      }
    } else {
      found.add(
          plain
              ? new Value(place, clauses, one, other)
              : new Value(place, clauses, without(one, other), without(other, one)));
    }
  }

  private static List<?> without(List<?> list, List<?> others) {
    return list.stream().filter(item -> !others.contains(item)).toList();
  }

  private static Set<Object> keys(Map<?, ?> one, Map<?, ?> other) {
    Set<Object> keys = new LinkedHashSet<>(one.keySet());
    keys.addAll(other.keySet());
    return keys;
  }

  private static List<String> clauses(
      @Nullable Object one, @Nullable Object other, List<String> outer) {
    List<String> own =
        Stream.of(one, other)
            .filter(Map.class::isInstance)
            .map(value -> ((Map<?, ?>) value).get(CLAUSES))
            .filter(List.class::isInstance)
            .flatMap(list -> ((List<?>) list).stream())
            .map(String::valueOf)
            .distinct()
            .sorted()
            .toList();
    return own.isEmpty() ? outer : own;
  }
}
