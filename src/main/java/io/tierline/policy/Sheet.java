package io.tierline.policy;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What stands in a decision table's file.
 *
 * @param file the file
 * @param decision the decision's id
 * @param policy what it means that several rows apply
 * @param xml the file as the DMN engine gets it: made whole in memory
 */
record Sheet(
    String file,
    String decision,
    HitPolicy policy,
    List<Input> inputs,
    List<Output> outputs,
    List<Row> rows,
    String xml) {

  /** The hit policies that can be proved. */
  enum HitPolicy {
    UNIQUE,
    FIRST,
    ANY,
    COLLECT,
    RULE_ORDER;

    /** Whether one row at most gives the answer. */
    boolean single() {
      return this == UNIQUE || this == FIRST || this == ANY;
    }
  }

  /** An input column and what the pack declares for it. */
  record Input(String name, String label, Domain domain) {}

  /** An output column. */
  record Output(String name, String label) {}

  /**
   * A row.
   *
   * @param number from 1
   * @param outputs String, Boolean or BigDecimal
   */
  record Row(int number, List<Cell> cells, List<Object> outputs, List<String> clauses) {}

  /** Every cell of an input column, from the top. */
  List<Cell> column(int input) {
    return rows.stream().map(row -> row.cells().get(input)).toList();
  }

  /** The input for the DMN engine: its numbers are decimals. */
  static Object forEngine(Object value) {
    return value instanceof Long whole ? BigDecimal.valueOf(whole) : value;
  }

  /** The numbers of the inputs, from 0. */
  IntStream columns() {
    return IntStream.range(0, inputs.size());
  }
}
