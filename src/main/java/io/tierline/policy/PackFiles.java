package io.tierline.policy;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * The files of one pack: {@code rules/<pack>/policy.yaml}, {@code rules/<pack>/*.drl}, {@code
 * dmn/<pack>/*.dmn}; by path, with forward slashes.
 */
public record PackFiles(SortedMap<String, String> files) {

  private static final String RULES = ".drl";

  /** Copies the given files. */
  public PackFiles {
    files = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(files));
  }

  /** The rule files among them: code, unlike the others. */
  public PackFiles rules() {
    return only(path -> path.endsWith(RULES));
  }

  /** Everything but the rule files. */
  public PackFiles withoutRules() {
    return only(path -> !path.endsWith(RULES));
  }

  /** These and others; where both have a file, the other one. */
  public PackFiles and(PackFiles others) {
    TreeMap<String, String> all = new TreeMap<>(files);
    all.putAll(others.files);
    return new PackFiles(all);
  }

  private PackFiles only(Predicate<String> path) {
    TreeMap<String, String> some = new TreeMap<>(files);
    some.keySet().removeIf(path.negate());
    return new PackFiles(some);
  }

  /** The given files, in any order. */
  public static PackFiles of(Map<String, String> files) {
    return new PackFiles(new TreeMap<>(files));
  }
}
