package io.tierline.policy;

import io.tierline.policy.Trigger.Cause;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads what starts, stops, pauses or sets something in {@code policy.yaml}. */
final class TriggerReader {

  private TriggerReader() {}

  /** One cause, or a list of several that do the same. */
  static Trigger read(Section section, String key) {
    if (!section.has(key)) {
      section.fault(key, "Expected the entries that do this, but there are none");
      return Trigger.NEVER;
    }
    return new Trigger(
        section.raw(key) instanceof List<?>
            ? section.items(key, TriggerReader::cause)
            : List.of(section.child(key, TriggerReader::cause)));
  }

  /** The same, or just a list of kinds. */
  static Trigger kindsOr(Section section, String key) {
    return section.raw(key) instanceof List<?> list
            && list.stream().allMatch(String.class::isInstance)
        ? Trigger.on(Set.copyOf(section.texts(key)))
        : read(section, key);
  }

  private static Cause cause(Section section) {
    if (section.texts("on").isEmpty() && !section.has("enters")) {
      section.fault(null, "Expected 'on' with some kinds, or 'enters' with a tier, but found none");
    }
    return new Cause(
        Set.copyOf(section.texts("on")),
        new LinkedHashSet<>(section.texts("by")),
        new LinkedHashMap<>(section.labels("where")),
        section.child("if", TriggerReader::given),
        section.textOr("enters", null),
        section.textOr("at", null),
        section.textOr("before", null));
  }

  /** A value by input, or a list of those of which one is enough. */
  private static Map<String, Set<String>> given(Section section) {
    Map<String, Set<String>> given = new LinkedHashMap<>();
    for (String input : section.keys()) {
      Object value = section.raw(input);
      given.put(
          input,
          value instanceof List<?>
              ? new LinkedHashSet<>(section.texts(input))
              : Set.of(value instanceof Boolean flag ? flag.toString() : section.text(input)));
    }
    return given;
  }
}
