package io.tierline.policy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * An input cell of a decision table, in the part of FEEL that means the same in every engine and
 * can be proved complete: {@code -}, or literals, comparisons and ranges of numbers, in lists, also
 * within {@code not(...)}.
 *
 * @param negated whether it holds where none of the tests does
 * @param tests empty for {@code -}
 */
record Cell(boolean negated, List<Test> tests) {

  static final String LANGUAGE =
      "a literal, a comparison or a range of numbers, a list of these, not(...) or -";

  private static final String NUMBER = "-?\\d++(?:\\.\\d++)?";
  private static final Pattern NOT = Pattern.compile("not\\s*\\((.*)\\)", Pattern.DOTALL);
  private static final Pattern TEST =
      Pattern.compile(
          """
          \\s*(?:"(?<text>[^"\\\\]*+)"|(?<flag>true|false)\\b\
          |(?<sign><=|<|>=|>)?\\s*(?<number>%1$s)(?!\\.\\.)\
          |(?<open>[\\[(\\]])\\s*(?<least>%1$s)\\s*\\.\\.\\s*(?<most>%1$s)\\s*(?<close>[\\])\\[]))\
          \\s*(?:(?<more>,)|$)"""
              .formatted(NUMBER));

  /** One test of a cell. */
  sealed interface Test {
    boolean holds(Object value);
  }

  /** A text, a flag or a number. */
  record Literal(Object value) implements Test {
    @Override
    public boolean holds(Object other) {
      return value instanceof BigDecimal number
          ? other instanceof Long whole && number.compareTo(BigDecimal.valueOf(whole)) == 0
          : value.equals(other);
    }
  }

  /** A comparison of a number, such as {@code <= 4}. */
  record Comparison(String sign, BigDecimal bound) implements Test {
    @Override
    public boolean holds(Object other) {
      if (!(other instanceof Long whole)) {
        return false;
      }
      int order = BigDecimal.valueOf(whole).compareTo(bound);
      return switch (sign) {
        case "<" -> order < 0;
        case "<=" -> order <= 0;
        case ">" -> order > 0;
        default -> order >= 0;
      };
    }
  }

  /** Both comparisons of a range, such as {@code [1..4)}. */
  record Range(Comparison lower, Comparison upper) implements Test {
    @Override
    public boolean holds(Object other) {
      return lower.holds(other) && upper.holds(other);
    }
  }

  /** Reads a cell; empty if it is outside the language. Nothing at all means {@code -}. */
  static Optional<Cell> parse(String text) {
    String trimmed = text.strip();
    if (trimmed.isEmpty() || trimmed.equals("-")) {
      return Optional.of(new Cell(false, List.of()));
    }
    Matcher not = NOT.matcher(trimmed);
    return not.matches()
        ? tests(not.group(1)).map(tests -> new Cell(true, tests))
        : tests(trimmed).map(tests -> new Cell(false, tests));
  }

  /** Whether it holds for a value: String, Boolean or Long. */
  boolean holds(Object value) {
    return tests.isEmpty() || negated != tests.stream().anyMatch(test -> test.holds(value));
  }

  /** The literals in it. */
  Stream<Object> literals() {
    return tests.stream().filter(Literal.class::isInstance).map(test -> ((Literal) test).value());
  }

  /** The numbers at which its answer can change. */
  Stream<BigDecimal> bounds() {
    return tests.stream()
        .flatMap(
            test ->
                switch (test) {
                  case Literal literal ->
                      literal.value() instanceof BigDecimal number
                          ? Stream.of(number)
                          : Stream.<BigDecimal>empty();
                  case Comparison comparison -> Stream.of(comparison.bound());
                  case Range range -> Stream.of(range.lower().bound(), range.upper().bound());
                });
  }

  private static Optional<List<Test>> tests(String text) {
    List<Test> tests = new ArrayList<>();
    Matcher matcher = TEST.matcher(text);
    do {
      if (!matcher.lookingAt()) {
        return Optional.empty();
      }
      tests.add(test(matcher));
      boolean more = matcher.group("more") != null;
      matcher.region(matcher.end(), text.length());
      if (!more) {
        return Optional.of(List.copyOf(tests));
      }
    } while (true);
  }

  private static Test test(Matcher matcher) {
    if (matcher.group("text") != null) {
      return new Literal(matcher.group("text"));
    }
    if (matcher.group("flag") != null) {
      return new Literal(Boolean.valueOf(matcher.group("flag")));
    }
    if (matcher.group("least") != null) {
      String lower = matcher.group("open").equals("[") ? ">=" : ">";
      String upper = matcher.group("close").equals("]") ? "<=" : "<";
      return new Range(
          new Comparison(lower, new BigDecimal(matcher.group("least"))),
          new Comparison(upper, new BigDecimal(matcher.group("most"))));
    }
    BigDecimal number = new BigDecimal(matcher.group("number"));
    String sign = matcher.group("sign");
    return sign == null ? new Literal(number) : new Comparison(sign, number);
  }
}
