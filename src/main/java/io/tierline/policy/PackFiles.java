package io.tierline.policy;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The files of one pack: {@code rules/<pack>/policy.yaml}, {@code rules/<pack>/*.drl}, {@code
 * dmn/<pack>/*.dmn}; by path, with forward slashes.
 */
public record PackFiles(SortedMap<String, String> files) {

  /** Copies the given files. */
  public PackFiles {
    files = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(files));
  }

  /** The given files, in any order. */
  public static PackFiles of(Map<String, String> files) {
    return new PackFiles(new TreeMap<>(files));
  }
}
