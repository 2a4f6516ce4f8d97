package io.tierline.policy;

import java.util.List;

/** The values that an input of a table can take: what a table must be complete over. */
sealed interface Domain {

  /** One of these codes. */
  record Codes(List<String> values) implements Domain {}

  /** True or false. */
  record Flag() implements Domain {}

  /** A whole number in a range, both ends included. */
  record Whole(long least, long most) implements Domain {}
}
