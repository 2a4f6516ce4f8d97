package io.tierline.policy;

import io.tierline.policy.Declaration.ReadingRule;
import java.util.List;

/** Reads one of a pack's {@code readings}: how an ambiguous clause is understood. */
final class ReadingReader {

  /** The readings that the judge asks for. */
  private static final List<String> READINGS = List.of("severity.redecide");

  private ReadingReader() {}

  /** The reading in force, and the others. */
  static ReadingRule read(Section section) {
    section.has("ambiguity");
    List<String> alternatives = section.texts("alternatives");
    String input = section.textOr("input", null);
    String value = inForce(section, input != null);
    if (alternatives.contains(value)) {
      section.fault("alternatives", "Expected other readings than the one in force: " + value);
    }
    return new ReadingRule(value, alternatives, input);
  }

  /** A reading that no code implements is on record only: another value would change nothing. */
  private static String inForce(Section section, boolean seen) {
    String recorded = section.textOr("recorded", null);
    if (recorded == null) {
      String value = section.text("value");
      if (!seen && !READINGS.contains(section.name())) {
        section.fault(
            "value",
            "Expected one of the readings that the judge asks for, %s, or an 'input' under which tables see it, or 'recorded' instead of 'value'"
                .formatted(READINGS));
      }
      return value;
    }
    String value = section.textOr("value", recorded);
    if (!recorded.equals(value)) {
      section.fault(
          "value",
          "Expected the recorded reading %s, the only one that is implemented, but found %s"
              .formatted(Echo.of(recorded), Echo.of(value)));
    }
    return recorded;
  }
}
