package io.tierline.ticket;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What PostgreSQL and every reader after it can take. Any script is fine; broken text is not. */
final class Storable {

  private static final int LONGEST_TEXT = 100_000;
  private static final int LONGEST_NAME = 200;

  private Storable() {}

  /** The data without nulls: an absent value and a null one mean the same. */
  static Map<String, Object> withoutNulls(Map<String, ?> data) {
    Map<String, Object> kept = new LinkedHashMap<>();
    data.forEach(
        (name, value) -> {
          if (value != null) {
            kept.put(name, withoutNulls(value));
          }
        });
    return kept;
  }

  @SuppressWarnings("unchecked")
  private static Object withoutNulls(Object value) {
    if (value instanceof Map<?, ?> map) {
      return withoutNulls((Map<String, ?>) map);
    }
    if (value instanceof List<?> list) {
      List<Object> kept = new ArrayList<>();
      list.forEach(
          item -> {
            if (item != null) {
              kept.add(withoutNulls(item));
            }
          });
      return kept;
    }
    return value;
  }

  /** What can't be stored and where; empty if all can. */
  static Optional<String> fault(String path, @Nullable Object value) {
    if (value instanceof Map<?, ?> map) {
      return map.entrySet().stream()
          .flatMap(entry -> member(path, String.valueOf(entry.getKey()), entry.getValue()).stream())
          .findFirst();
    }
    if (value instanceof List<?> list) {
      return list.stream().flatMap(item -> fault(path + "[]", item).stream()).findFirst();
    }
    if (value instanceof Number number) {
      return number(path, number);
    }
    return value instanceof String text ? text(path, text, LONGEST_TEXT) : Optional.empty();
  }

  private static Optional<String> member(String path, String name, @Nullable Object value) {
    String inner = path.isEmpty() ? name : path + "." + name;
    return text("the name of a property in '" + path + "'", name, LONGEST_NAME)
        .or(() -> fault(inner, value));
  }

  private static Optional<String> text(String path, String text, int longest) {
    if (text.length() > longest) {
      return fault(path, "at most %d characters".formatted(longest), text.length() + " characters");
    }
    if (text.indexOf('\0') >= 0) {
      return fault(path, "text without the character U+0000", "one at " + text.indexOf('\0'));
    }
    return StandardCharsets.UTF_8.newEncoder().canEncode(text)
        ? Optional.empty()
        : fault(path, "whole characters", "half of a surrogate pair");
  }

  private static Optional<String> number(String path, Number number) {
    boolean storable =
        switch (number) {
          case Double value -> Double.isFinite(value);
          case Float value -> Float.isFinite(value);
          case BigInteger value -> value.bitLength() < Long.SIZE;
          case BigDecimal value -> Math.abs((long) value.scale()) < LONGEST_NAME;
          default -> true;
        };
    return storable
        ? Optional.empty()
        : fault(path, "a number of at most 64 bits", "one out of that range");
  }

  private static Optional<String> fault(String path, String expected, String found) {
    return Optional.of("Expected %s in '%s', but found %s".formatted(expected, path, found));
  }
}
