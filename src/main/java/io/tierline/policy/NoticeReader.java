package io.tierline.policy;

import java.util.List;
import java.util.function.BiConsumer;

/**
 * Reads one of a pack's {@code notices}.
 *
 * @param carries takes the clauses that it names
 */
record NoticeReader(BiConsumer<Section, List<String>> carries) {

  private static final String PAGERS = "pagers";

  private static final List<String> ADDRESSEES =
      List.of("reseller", "vendor", "customer", "incident-managers", PAGERS, "told");

  Vocabulary.Notice read(Section section) {
    carries.accept(section, section.texts("clauses"));
    List<String> to = section.texts("to");
    if (!ADDRESSEES.containsAll(to) || to.isEmpty()) {
      section.fault("to", "Expected some of %s, but found %s".formatted(ADDRESSEES, to));
    }
    if (to.contains(PAGERS) && to.size() > 1) {
      section.fault(
          "to",
          "Expected '%s' alone, for a text message is short, but found %s".formatted(PAGERS, to));
    }
    return new Vocabulary.Notice(
        section.text("on"), to, section.labels("subject"), section.labels("body"));
  }
}
