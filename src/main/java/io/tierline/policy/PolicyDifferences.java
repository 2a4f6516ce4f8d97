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

  /**
   * The ladder; what a form offers first; whose turn it is while two pauses run; who decides; what
   * is worked on first.
   */
  private static final List<String> ORDERED =
      List.of("tiers", "kinds", "pauses", "assessments", "queue.lanes");

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

  /** Sections whose order says something, and in which it isn't the same. */
  List<String> reordered() {
    return ORDERED.stream()
        .filter(
            section -> {
              List<Object> ours = new ArrayList<>(section(here, section).keySet());
              List<Object> others = new ArrayList<>(section(there, section).keySet());
              ours.retainAll(others);
              others.retainAll(ours);
              return !ours.equals(others);
            })
        .toList();
  }

  private static Map<?, ?> section(Map<?, ?> policy, String path) {
    Map<?, ?> section = policy;
    for (String key : path.split("\\.")) {
      section = section.get(key) instanceof Map<?, ?> child ? child : Map.of();
    }
    return section;
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

  /** Items that say the same are put together, wherever they stand, and the rest in its order. */
  private void lists(
      String place, List<String> clauses, List<?> one, List<?> other, List<Value> found) {
    if (Stream.concat(one.stream(), other.stream()).noneMatch(item -> item instanceof Map)) {
      found.add(new Value(place, clauses, one, other));
      return;
    }
    List<Object> ours = new ArrayList<>(one);
    List<Object> others = new ArrayList<>(other);
    for (Object item : one) {
      others.stream()
          .filter(candidate -> same(item, candidate))
          .findFirst()
          .ifPresent(
              twin -> {
                ours.remove(item);
                others.remove(twin);
              });
    }
    for (int i = 0; i < Math.max(ours.size(), others.size()); i++) {
      Object here = i < ours.size() ? ours.get(i) : null;
      Object there = i < others.size() ? others.get(i) : null;
      int at = here == null ? other.indexOf(there) : one.indexOf(here);
      compare(place + "[" + at + "]", clauses, here, there, found);
    }
  }

  private boolean same(Object one, Object other) {
    List<Value> differences = new ArrayList<>();
    compare("", List.of(), one, other, differences);
    return differences.isEmpty();
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
