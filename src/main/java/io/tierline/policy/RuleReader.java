package io.tierline.policy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.drools.drl.ast.descr.AnnotationDescr;
import org.drools.drl.ast.descr.GlobalDescr;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.drools.drl.parser.DrlParser;
import org.drools.drl.parser.DroolsParserException;

/** Reads one rule file and refuses rules that would do more than answer. */
final class RuleReader {

  private static final Pattern CHANGE =
      Pattern.compile("\\b(insert|insertLogical|update|modify|delete|retract)\\b\\s*[({]");
  private static final Pattern CLAUSE = Pattern.compile("[A-Z]{2}-\\d{3}");
  private static final Pattern ANSWER =
      Pattern.compile("\\banswers\\s*\\.\\s*(callout|ground)\\s*\\(\\s*\"([^\"]*)\"");

  /** What makes a rule wait, or ask the machine's clock, which no judgement may depend on. */
  private static final Set<String> LATER =
      Set.of(
          "agenda-group",
          "ruleflow-group",
          "timer",
          "duration",
          "calendars",
          "date-effective",
          "date-expires",
          "enabled");

  private final String file;
  private final Map<String, Set<String>> codes;
  private final List<Fault> faults;

  /**
   * @param codes the codes that rules may answer with, by {@code callout} and {@code ground}
   */
  RuleReader(String file, Map<String, Set<String>> codes, List<Fault> faults) {
    this.file = file;
    this.codes = codes;
    this.faults = faults;
  }

  /** Adds the file's rules by name to the sources. */
  void read(String text, Map<String, RuleSource> sources) {
    PackageDescr content = parse(text);
    if (content == null) {
      return;
    }
    if (content.getGlobals().stream().noneMatch(RuleReader::answers)) {
      fault(0, "Expected 'global Answers answers', but there is none");
    }
    for (RuleDescr rule : content.getRules()) {
      check(rule);
      RuleSource source = new RuleSource(rule.getName(), file, clauses(rule));
      if (sources.putIfAbsent(rule.getName(), source) != null) {
        fault(
            rule.getLine(),
            "Expected a name of its own, but another rule is called '%s' too"
                .formatted(rule.getName()));
      }
    }
  }

  private PackageDescr parse(String text) {
    DrlParser parser = new DrlParser();
    try {
      PackageDescr content = parser.parse(false, text);
      parser
          .getErrors()
          .forEach(
              error -> fault(line(error.getLines()), "Expected rules, but: " + error.getMessage()));
      return parser.hasErrors() ? null : content;
    } catch (DroolsParserException unreadable) {
      fault(0, "Expected rules, but: " + unreadable.getMessage());
      return null;
    }
  }

  private static boolean answers(GlobalDescr global) {
    return global.getIdentifier().equals("answers") && global.getType().endsWith("Answers");
  }

  private void check(RuleDescr rule) {
    Matcher change = CHANGE.matcher(String.valueOf(rule.getConsequence()));
    if (change.find()) {
      fault(
          rule.getLine(),
          "Expected rule '%s' to answer only, but it changes facts: %s"
              .formatted(rule.getName(), change.group(1)));
    }
    answers(rule);
    rule.getAttributes().keySet().stream()
        .filter(LATER::contains)
        .forEach(
            attribute ->
                fault(
                    rule.getLine(),
                    "Expected rule '%s' to fire at once, but it has %s"
                        .formatted(rule.getName(), attribute)));
  }

  /** A misspelt answer would be none. */
  private void answers(RuleDescr rule) {
    Matcher answer = ANSWER.matcher(String.valueOf(rule.getConsequence()));
    while (answer.find()) {
      Set<String> declared = codes.get(answer.group(1));
      if (!declared.contains(answer.group(2))) {
        fault(
            rule.getLine(),
            "Expected a %s of %s, but found '%s'"
                .formatted(answer.group(1), new TreeSet<>(declared), answer.group(2)));
      }
    }
  }

  private static List<String> clauses(RuleDescr rule) {
    AnnotationDescr clauses = rule.getAnnotation("clauses");
    return clauses == null
        ? List.of()
        : CLAUSE
            .matcher(clauses.getValueMap().values().toString())
            .results()
            .map(MatchResult::group)
            .toList();
  }

  private static int line(int[] lines) {
    return lines.length == 0 ? 0 : lines[0];
  }

  private void fault(int line, String reason) {
    faults.add(new Fault(file, line > 0 ? "line " + line : null, reason));
  }
}
