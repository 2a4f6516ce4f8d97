package io.tierline.policy;

import java.util.List;

/** The compiled rule files of a pack: what a table cannot say about one timeline. Thread-safe. */
interface Rules {

  /**
   * A rule's answer.
   *
   * @param sort what is answered: {@code callout} or {@code ground}
   * @param code the answer's code in the pack
   * @param since when it arose, UTC
   * @param rule the rule's name: a sentence
   * @param file the rule file
   * @param clauses from the rule's {@code @clauses} metadata or its call
   */
  record Finding(
      String sort,
      String code,
      java.time.Instant since,
      String rule,
      String file,
      List<String> clauses) {}

  /**
   * Fires the rules once over one judgement's facts.
   *
   * @param facts {@link io.tierline.timeline.Entry} and {@link Clock} records, in order
   */
  List<Finding> fire(List<Object> facts);
}
