package io.tierline.process;

import java.util.List;
import java.util.Map;

/**
 * What a form offers.
 *
 * @param value the entry's kind and, after a question mark, the code that it needs beside, such as
 *     {@code resumed?reason=customer-test}
 * @param label what a person reads
 */
record Choice(String value, String label) {

  /** An entry's kind and the data that go with it. */
  record Chosen(String kind, Map<String, Object> data) {}

  static Choice of(String kind, String label) {
    return new Choice(kind, label);
  }

  static Choice of(String kind, String name, String code, String label) {
    return new Choice("%s?%s=%s".formatted(kind, name, code), label);
  }

  /** What a value stands for; anything else than ours is a kind that the door will refuse. */
  static Chosen chosen(String value) {
    List<String> parts = List.of(value.split("[?=]", 3));
    return parts.size() == 3
        ? new Chosen(parts.get(0), Map.of(parts.get(1), parts.get(2)))
        : new Chosen(value, Map.of());
  }
}
