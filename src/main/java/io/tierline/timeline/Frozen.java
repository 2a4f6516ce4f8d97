package io.tierline.timeline;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Copies of JSON values that nobody can change, however deep. */
public final class Frozen {

  private Frozen() {}

  /** A copy of an object, whose order it keeps. */
  public static Map<String, Object> copy(Map<?, ?> map) {
    Map<String, Object> copy = new LinkedHashMap<>();
    map.forEach((key, item) -> copy.put(key.toString(), value(item)));
    return Collections.unmodifiableMap(copy);
  }

  private static Object value(Object value) {
    return switch (value) {
      case Map<?, ?> map -> copy(map);
      case List<?> list -> list.stream().map(Frozen::value).toList();
      default -> value;
    };
  }
}
