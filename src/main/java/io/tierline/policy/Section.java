package io.tierline.policy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A mapping in a YAML file, read strictly: every key must be asked for, everything wrong becomes a
 * fault with the path of the key, and reading goes on with a harmless value.
 */
final class Section {

  private final String file;
  private final String path;
  private final Map<?, ?> values;
  private final List<Fault> faults;
  private final Set<String> asked = new LinkedHashSet<>();

  private Section(String file, String path, Map<?, ?> values, List<Fault> faults) {
    this.file = file;
    this.path = path;
    this.values = values;
    this.faults = faults;
  }

  /** The whole file, or a mapping that came from elsewhere and is called by that name. */
  static Section root(String file, @Nullable Object value, List<Fault> faults) {
    return of(file, "", value, faults);
  }

  private static Section of(String file, String path, @Nullable Object value, List<Fault> faults) {
    if (value instanceof Map<?, ?> map) {
      return new Section(file, path, map, faults);
    }
    if (value != null) {
      faults.add(new Fault(file, path, "Expected a mapping, but found " + Echo.of(value)));
    }
    return new Section(file, path, Map.of(), faults);
  }

  /** The last part of the path: the code that this mapping describes. */
  String name() {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /** The path in the file, with dots. */
  String path() {
    return path.replace('/', '.');
  }

  boolean has(String key) {
    asked.add(key);
    return values.get(key) != null;
  }

  @Nullable Object raw(String key) {
    asked.add(key);
    return values.get(key);
  }

  String text(String key) {
    String text = textOr(key, null);
    if (text == null && !has(key)) {
      fault(key, "Expected a value, but there is none");
    }
    return text == null ? "" : text;
  }

  @Nullable String textOr(String key, @Nullable String other) {
    Object value = raw(key);
    if (value == null) {
      return other;
    }
    if (value instanceof String || value instanceof Number) {
      return value.toString();
    }
    fault(key, "Expected a text, but found " + Echo.of(value));
    return other;
  }

  /** One of the given codes. */
  String oneOf(String key, List<String> codes, @Nullable String other) {
    String text = other == null ? text(key) : textOr(key, other);
    if (has(key) && !codes.contains(text)) {
      fault(key, "Expected one of %s, but found %s".formatted(codes, Echo.of(text)));
    }
    return text == null ? "" : text;
  }

  boolean flag(String key) {
    Object value = raw(key);
    if (value != null && !(value instanceof Boolean)) {
      fault(key, "Expected true or false, but found " + Echo.of(value));
    }
    return Boolean.TRUE.equals(value);
  }

  List<String> texts(String key) {
    List<String> texts = new ArrayList<>();
    for (Object item : list(key)) {
      if (item instanceof String text) {
        texts.add(text);
      } else {
        fault(key, "Expected a list of texts, but found " + Echo.of(item));
      }
    }
    return List.copyOf(texts);
  }

  /** A list of mappings. */
  <T> List<T> items(String key, Function<Section, T> read) {
    List<T> items = new ArrayList<>();
    for (Object item : list(key)) {
      items.add(read(of(file, child(key) + "/" + items.size(), item, faults), read));
    }
    return List.copyOf(items);
  }

  private List<?> list(String key) {
    Object value = raw(key);
    if (value == null || value instanceof List<?>) {
      return value == null ? List.of() : (List<?>) value;
    }
    fault(key, "Expected a list, but found " + Echo.of(value));
    return List.of();
  }

  /** A mapping that must not have further keys than those that are read; empty if there is none. */
  <T> T child(String key, Function<Section, T> read) {
    return read(of(file, child(key), raw(key), faults), read);
  }

  /** A mapping from codes to mappings, in the file's order. */
  <T> Map<String, T> each(String key, Function<Section, T> read) {
    Section codes = of(file, child(key), raw(key), faults);
    Map<String, T> each = new LinkedHashMap<>();
    codes.values.forEach(
        (code, value) ->
            each.put(
                code.toString(),
                read(of(file, codes.child(code.toString()), value, faults), read)));
    return Collections.unmodifiableMap(each);
  }

  /** A mapping from codes to texts, such as a label by language. */
  Map<String, String> labels(String key) {
    return child(key, Section::plain);
  }

  /** The texts of this mapping by its keys. */
  Map<String, String> plain() {
    Map<String, String> texts = new LinkedHashMap<>();
    values.keySet().forEach(code -> texts.put(code.toString(), text(code.toString())));
    return Collections.unmodifiableMap(texts);
  }

  /** The keys of this mapping. */
  List<String> keys() {
    return values.keySet().stream().map(Object::toString).toList();
  }

  void fault(@Nullable String key, String reason) {
    String where = (key == null ? path : child(key)).replace('/', '.');
    faults.add(new Fault(file, where.isEmpty() ? null : where, reason));
  }

  /** Reads a mapping and names every key that nobody asked for. */
  static <T> T read(Section section, Function<Section, T> read) {
    T result = read.apply(section);
    for (Object key : section.values.keySet()) {
      if (!section.asked.contains(key.toString())) {
        section.fault(
            key.toString(), "Expected a key of %s, but found this one".formatted(section.asked));
      }
    }
    return result;
  }

  private String child(String key) {
    return path.isEmpty() ? key : path + "/" + key;
  }
}
