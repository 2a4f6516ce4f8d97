package io.tierline.policy;

import java.util.List;
import java.util.Map;

/**
 * A row of a table that applies.
 *
 * @param outputs by output name: String, Boolean or BigDecimal
 * @param row from 1
 * @param clauses read from the row's description (the annotation column in Camunda Modeler)
 */
record Match(String decision, Map<String, Object> outputs, int row, List<String> clauses) {

  /** The ground that an answer from this row has. */
  Why why() {
    return new Why(decision, row, clauses, null);
  }

  /** An output that is a code. */
  String code(String output) {
    return (String) outputs.get(output);
  }
}
