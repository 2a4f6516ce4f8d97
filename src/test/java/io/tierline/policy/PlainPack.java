package io.tierline.policy;

import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A pack with {@link PlainTable}s, for tests that compile thousands.
 *
 * @param pack what judges
 */
public record PlainPack(Pack pack, Map<String, PlainTable> tables) {

  /** Every question to a table, decision and values, goes to the listener; to nobody if null. */
  public void listen(@Nullable BiConsumer<String, Map<String, Object>> listener) {
    tables.values().forEach(table -> table.listener = listener);
  }

  /** The inputs of a decision, in its table's order. */
  public List<String> inputs(String decision) {
    return tables.get(decision).inputs();
  }

  /**
   * What a decision answers, null if a value was never declared; rows' numbers are no part of it.
   */
  public @Nullable List<Object> answer(String decision, Map<String, Object> values) {
    return tables.get(decision).answer(values);
  }

  /** The row that answers, from 1; 0 if none does, or if several may. */
  public int row(String decision, Map<String, Object> values) {
    PlainTable table = tables.get(decision);
    return table.single() ? table.row(values) : 0;
  }

  /** Whether a decision answers everything as in another pack. */
  public boolean means(String decision, PlainPack other) {
    return tables.get(decision).means(other.tables.get(decision));
  }
}
