package io.tierline.policy;

import io.tierline.policy.Declaration.Word;
import io.tierline.timeline.Frozen;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** Reads the terms of an agreement that a pack ships, as they enter timelines. */
record AgreementReader(Function<Section, Word> word) {

  Map<String, Object> read(Section section) {
    word.apply(section);
    section.flag("invented");
    Map<String, Object> terms = new LinkedHashMap<>();
    terms.put("agreement", section.name());
    terms.put("route", section.oneOf("route", Inputs.ROUTES, Inputs.ROUTES.getFirst()));
    section.each("calendars", CalendarReader::read);
    terms.put(
        "calendars",
        section.raw("calendars") instanceof Map<?, ?> calendars
            ? Frozen.copy(calendars)
            : Map.of());
    raw(section, "times", terms);
    raw(section, "facts", terms);
    return Map.copyOf(terms);
  }

  /** What stands in the contract, as it is. */
  private static void raw(Section section, String key, Map<String, Object> terms) {
    if (section.raw(key) instanceof Map<?, ?> given) {
      terms.put(key, Frozen.copy(given));
    } else if (section.has(key)) {
      section.fault(key, "Expected a mapping, but found " + Echo.of(section.raw(key)));
    }
  }
}
