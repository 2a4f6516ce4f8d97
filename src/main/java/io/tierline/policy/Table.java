package io.tierline.policy;

import java.util.List;
import java.util.Map;

/**
 * A decision table, proven complete over its declared inputs. Its answers over finite inputs are
 * worked out once, by the DMN engine, when the pack is compiled; asking is a look-up.
 */
interface Table {

  /** The decision's id, which is also the file's name. */
  String decision();

  /** The names of its inputs, in the table's order. */
  List<String> inputs();

  /** The names of its outputs, in the table's order. */
  List<String> outputs();

  /** Whether one row at most gives the answer. */
  boolean single();

  /** Whether every value was declared, so that no row applying is an answer too. */
  boolean decides(Map<String, Object> values);

  /**
   * The rows that apply, in order: one at most unless the table collects. Empty if a value was
   * never declared: no default.
   *
   * @param values by input name: String, Boolean or Long; further names are ignored
   */
  List<Match> match(Map<String, Object> values);
}
