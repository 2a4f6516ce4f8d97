package io.tierline.policy;

import io.tierline.policy.Compilation.Compiled;
import io.tierline.policy.Compilation.Rejected;
import java.util.Map;
import java.util.TreeMap;

/** The shipped pack, and one whose clocks use everything that a clock can be told. */
final class TestPacks {

  static final Pack SHIPPED = compiled(SafrFiles.read());

  /**
   * Its budgets end when the day closes, it counts in every unit, each clock does something else
   * when the severity changes, and it waits for third parties.
   */
  static final Pack TIGHT = tight();

  private static final String POLICY = "rules/safr/policy.yaml";

  private TestPacks() {}

  /** The shipped pack in another language. */
  static Pack speaking(String language) {
    return edited(POLICY, "language: es", "language: " + language);
  }

  private static Pack edited(String file, String from, String to) {
    String text = SafrFiles.read().files().get(file);
    return compiled(SafrFiles.with(file, replaced(text, from, to)));
  }

  private static Pack tight() {
    Map<String, String> files = new TreeMap<>(SafrFiles.read().files());
    String timers = files.get("dmn/safr/timers.dmn");
    timers =
        replaced(timers, "\"hours\", \"business-days\"", "\"business-hours\", \"business-days\"");
    timers =
        replaced(
            timers,
            "\"calendar-days\", \"none\"",
            "\"calendar-days\", \"calendar-weeks\", \"none\"");
    timers = row(timers, "01", "8", "business-hours");
    timers = row(timers, "04", "16", "business-hours");
    timers = row(timers, "07", "1", "calendar-weeks");
    files.put("dmn/safr/timers.dmn", timers);
    String policy = files.get("rules/safr/policy.yaml");
    policy = replaced(policy, "turn: customer", "turn: third-party");
    int update = policy.indexOf("  update:\n    owner");
    int notice = policy.indexOf("  fix-notice:\n    owner");
    files.put(
        "rules/safr/policy.yaml",
        policy.substring(0, update)
            + replaced(policy.substring(update, notice), "change: earliest", "change: rebase")
            + replaced(policy.substring(notice), "change: earliest", "change: restart"));
    return compiled(PackFiles.of(files));
  }

  private static String row(String timers, String row, String amount, String unit) {
    String start = "LiteralExpression_timers_" + row + "_";
    String edited = timers.replaceFirst("(" + start + "1\">\\s*<text>)[^<]*", "$1" + amount);
    edited = edited.replaceFirst("(" + start + "2\">\\s*<text>)[^<]*", "$1\"" + unit + "\"");
    return edited.replaceFirst("(" + start + "3\">\\s*<text>)[^<]*", "$1\"contract\"");
  }

  private static String replaced(String text, String from, String to) {
    if (!text.contains(from)) {
      throw new AssertionError("Expected '%s', but it is not there".formatted(from));
    }
    return text.replace(from, to);
  }

  private static Pack compiled(PackFiles files) {
    return switch (Pack.compile(files)) {
      case Compiled compiled -> compiled.pack();
      case Rejected rejected -> throw new AssertionError("Refused: " + rejected.faults());
    };
  }
}
