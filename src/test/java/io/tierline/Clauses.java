package io.tierline;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Clauses that a test keeps because no pack decides them: that cases have numbers, that a customer
 * sees all of its own. {@code docs/clauses.md} counts them, read from the sources.
 */
@Retention(RetentionPolicy.SOURCE)
@Target(ElementType.METHOD)
public @interface Clauses {
  String[] value();
}
