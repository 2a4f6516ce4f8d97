package io.tierline.ticket;

import io.tierline.policy.Vocabulary;
import java.text.MessageFormat;
import java.time.Duration;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The words of a report in one language: generic ones from the bundle {@code report}, the pack's
 * from its vocabulary. Nothing follows the machine's locale.
 */
record ReportWords(String language, ResourceBundle bundle, Vocabulary pack) {

  /** What a report says elsewhere, or only for machines. */
  static final Set<String> SILENT =
      Set.of(
          "agreement",
          "customer",
          "channel",
          "type",
          "subject",
          "product",
          "policy",
          "group",
          "role",
          "clock",
          "dueAt",
          "startedAt");

  private static final Control PROPERTIES = Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);

  static ReportWords of(String language, Vocabulary pack) {
    return new ReportWords(
        language,
        ResourceBundle.getBundle(
            "io.tierline.ticket.report", Locale.forLanguageTag(language), PROPERTIES),
        pack);
  }

  String say(String key, Object... arguments) {
    return new MessageFormat(bundle.getString(key), Locale.ROOT).format(arguments);
  }

  /** The pack's label of a code; the code itself if it has none. */
  String label(String sort, @Nullable String code) {
    return code == null ? "—" : pack.label(sort, code, language);
  }

  String span(Duration span) {
    return say("span", span.toDays(), span.toHoursPart(), span.toMinutesPart());
  }
}
