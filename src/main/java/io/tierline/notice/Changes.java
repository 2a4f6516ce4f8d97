package io.tierline.notice;

import io.tierline.policy.Differences;
import io.tierline.policy.Differences.Line;
import io.tierline.policy.Differences.Row;
import io.tierline.policy.Differences.Value;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Words what a version promises otherwise than the one before it: {@code - was}, {@code + is}. What
 * things are called, which mails there are, readings that decide nothing and what only one
 * agreement says is nobody else's news.
 */
final class Changes {

  /** A letter is read by people; the rest stands behind its link. */
  private static final int MOST = 60;

  private static final int LONG = 500;

  private static final Pattern NO_PROMISE =
      Pattern.compile(
          "(label|language|notices|agreements|callouts|alerts)\\b.*"
              + "|.*\\.(label|choice|group|clauses)(\\..*)?"
              + "|readings\\..*\\.(recorded|alternatives|ambiguity)(\\..*)?");

  private Changes() {}

  /** An item for each row, order, rule file and value; empty if no promise is another one. */
  static List<String> of(Differences differences) {
    List<String> all =
        Stream.of(
                differences.rows().stream().map(Changes::row),
                differences.reordered().stream().map("* %s: another order"::formatted),
                differences.files().stream().map("* %s: other rules"::formatted),
                differences.values().stream()
                    .filter(value -> !NO_PROMISE.matcher(value.place()).matches())
                    .map(Changes::value))
            .flatMap(Function.identity())
            .toList();
    return all.size() <= MOST
        ? all
        : Stream.concat(
                all.stream().limit(MOST), Stream.of("* ... (+ %d)".formatted(all.size() - MOST)))
            .toList();
  }

  private static String value(Value value) {
    return item(value.place(), value.clauses(), value.there(), value.here());
  }

  private static String row(Row row) {
    Line line = row.here() == null ? row.there() : row.here();
    return item(
        row.decision() + (line == null ? "" : ", row " + line.row()),
        row.clauses(),
        said(row.there()),
        said(row.here()));
  }

  private static @Nullable String said(@Nullable Line line) {
    return line == null ? null : pairs(line.when()) + " => " + pairs(line.then());
  }

  private static String pairs(Map<String, String> cells) {
    return cells.entrySet().stream()
        .map(cell -> cell.getKey() + ": " + cell.getValue())
        .collect(Collectors.joining("; "));
  }

  private static String item(
      String place, List<String> clauses, @Nullable Object was, @Nullable Object is) {
    return "* "
        + place
        + (clauses.isEmpty() ? "" : " (" + String.join(", ", clauses) + ")")
        + (was == null ? "" : "\n    - " + brief(was))
        + (is == null ? "" : "\n    + " + brief(is));
  }

  private static String brief(Object said) {
    String text = said.toString();
    return text.length() <= LONG ? text : text.substring(0, LONG) + " ...";
  }
}
