package io.tierline.policy;

import io.tierline.policy.Cell.Literal;
import io.tierline.policy.Cell.Test;
import java.math.BigDecimal;

/** What cells may say about a domain, and both in words. */
final class Values {

  private Values() {}

  /** The domain's type in FEEL. */
  static String type(Domain domain) {
    return switch (domain) {
      case Domain.Codes codes -> "string";
      case Domain.Flag flag -> "boolean";
      case Domain.Whole whole -> "number";
    };
  }

  /** Whether a test can be about this domain, and its literal is one of its values. */
  static boolean fits(Test test, Domain domain) {
    return switch (domain) {
      case Domain.Codes codes ->
          test instanceof Literal literal && codes.values().contains(literal.value());
      case Domain.Flag flag ->
          test instanceof Literal literal && literal.value() instanceof Boolean;
      case Domain.Whole range ->
          !(test instanceof Literal literal)
              || literal.value() instanceof BigDecimal number && within(number, range);
    };
  }

  static String describe(Domain domain) {
    return switch (domain) {
      case Domain.Codes codes -> "one of " + codes.values();
      case Domain.Flag flag -> "true or false";
      case Domain.Whole range ->
          "whole numbers from %d to %d".formatted(range.least(), range.most());
    };
  }

  static String describe(Test test) {
    return switch (test) {
      case Literal literal ->
          literal.value() instanceof String text ? '"' + text + '"' : literal.value().toString();
      case Cell.Comparison comparison -> comparison.sign() + " " + comparison.bound();
      case Cell.Range range -> describe(range.lower()) + " and " + describe(range.upper());
    };
  }

  private static boolean within(BigDecimal number, Domain.Whole range) {
    return number.stripTrailingZeros().scale() <= 0
        && number.compareTo(BigDecimal.valueOf(range.least())) >= 0
        && number.compareTo(BigDecimal.valueOf(range.most())) <= 0;
  }
}
