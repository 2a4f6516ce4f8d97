package io.tierline.policy;

import io.tierline.cases.PlainTables;
import io.tierline.policy.Compilation.Compiled;
import io.tierline.policy.Compilation.Rejected;
import java.util.List;
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

  /**
   * It promises by route and tier too, does something else to each clock when either changes, keeps
   * what earlier policies promised, and reminds.
   */
  static final Pack RESTLESS = restless();

  private static final String POLICY = "rules/safr/policy.yaml";

  private static final String RESTLESS_TIMERS =
      """
      timers FIRST: clock severity route tier -> amount unit calendar
      response HIGH direct - -> 4 business-hours contract
      response HIGH - - -> 8 business-hours contract
      response MEDIUM - L3 -> 1 business-days contract
      response MEDIUM - - -> 2 business-days contract
      response LOW direct - -> 0 none contract
      response LOW - - -> 3 business-days contract
      update HIGH - L3 -> 16 business-hours contract
      update HIGH - - -> 24 hours always
      update MEDIUM direct - -> 12 business-hours contract
      update MEDIUM - - -> 24 hours always
      update LOW - - -> 0 none contract
      fix-notice HIGH - L3 -> 1 calendar-weeks contract
      fix-notice HIGH - - -> 0 none contract
      fix-notice MEDIUM direct - -> 1 calendar-months contract
      fix-notice MEDIUM - - -> 7 calendar-days contract
      fix-notice LOW - - -> 40 business-hours contract
      defect-registration - - - -> 1 hours always
      monthly-release - - - -> 1 calendar-months contract
      """;

  private TestPacks() {}

  /** The shipped pack in another language, stored before every language's words were demanded. */
  static Pack speaking(String language) {
    String text = SafrFiles.read().files().get(POLICY);
    String other = replaced(text, "language: es", "language: " + language);
    return pack(Pack.recompile(SafrFiles.with(POLICY, other)));
  }

  private static Pack edited(String file, String from, String to) {
    String text = SafrFiles.read().files().get(file);
    return compiled(SafrFiles.with(file, replaced(text, from, to)));
  }

  private static Pack tight() {
    Map<String, String> files = new TreeMap<>(SafrFiles.read().files());
    String timers = files.get("dmn/safr/timers.dmn");
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

  private static Pack restless() {
    Map<String, String> files = new TreeMap<>(SafrFiles.read().files());
    files.put("dmn/safr/timers.dmn", PlainTables.dmn(RESTLESS_TIMERS.lines().toList()));
    String policy = files.get("rules/safr/policy.yaml");
    List<String> changes = List.of("earliest", "rebase", "restart");
    int turn = 0;
    for (String clock :
        List.of("response", "update", "fix-notice", "defect-registration", "monthly-release")) {
      String head = "\n  " + clock + ":\n    owner: vendor\n";
      String told =
          "    reminders: {half-%s: {share: 50}, last-%s: {before-minutes: 90}, early-%s: {before-minutes: 2880}}\n"
              .formatted(clock, clock, clock);
      String does =
          "    tier-change: %s\n    route-change: %s\n    policy-change: %s\n"
              .formatted(
                  changes.get(turn % 3), changes.get((turn + 1) % 3), changes.get((turn + 2) % 3));
      policy = replaced(policy, head, head + told + does);
      turn++;
    }
    // what hands back stops nothing here, so that the promise of another tier meets running clocks
    policy =
        replaced(
            policy,
            "- on: [fix-delivered, answered, returned, closed]",
            "- on: [fix-delivered, answered, closed]");
    files.put("rules/safr/policy.yaml", policy);
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
    return pack(Pack.compile(files));
  }

  private static Pack pack(Compilation compilation) {
    return switch (compilation) {
      case Compiled compiled -> compiled.pack();
      case Rejected rejected -> throw new AssertionError("Refused: " + rejected.faults());
    };
  }
}
