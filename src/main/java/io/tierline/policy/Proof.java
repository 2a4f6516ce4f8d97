package io.tierline.policy;

import io.tierline.policy.Sheet.HitPolicy;
import io.tierline.policy.Sheet.Row;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Proves that a single-hit table has one answer for every combination and no row in vain. */
final class Proof {

  /** Enough for any table that a person can read; more would take seconds to load. */
  static final int MOST_COMBINATIONS = 50_000;

  private static final int HOLES_NAMED = 5;

  private final Sheet sheet;
  private final Space space;
  private final List<Fault> faults;
  private final BitSet alive = new BitSet();
  private final Map<String, String> clashes = new LinkedHashMap<>();
  private int holes;

  private Proof(Sheet sheet, Space space, List<Fault> faults) {
    this.sheet = sheet;
    this.space = space;
    this.faults = faults;
  }

  static void of(Sheet sheet, Space space, List<Fault> faults) {
    if (space.size() > MOST_COMBINATIONS) {
      String reason =
          "Expected at most %,d combinations of values to prove, but there are %,d: split the table";
      faults.add(new Fault(sheet.file(), null, reason.formatted(MOST_COMBINATIONS, space.size())));
      return;
    }
    new Proof(sheet, space, faults).run();
  }

  private void run() {
    for (long index = 0; index < space.size(); index++) {
      BitSet rows = space.rows(index);
      if (rows.isEmpty()) {
        hole(index);
      } else if (sheet.policy() == HitPolicy.FIRST) {
        alive.set(rows.nextSetBit(0));
      } else {
        alive.or(rows);
        clash(index, rows);
      }
    }
    if (holes > HOLES_NAMED) {
      fault(
          null,
          "Expected a row for every combination, but %,d more have none"
              .formatted(holes - HOLES_NAMED));
    }
    clashes.forEach((where, reason) -> fault(where, reason));
    for (Row row : sheet.rows()) {
      if (!alive.get(row.number() - 1)) {
        fault(
            "row " + row.number(), "Expected a row that can apply, but no combination reaches it");
      }
    }
  }

  private void hole(long index) {
    if (++holes <= HOLES_NAMED) {
      fault(
          null,
          "Expected a row for every combination, but there is no row for " + space.describe(index));
    }
  }

  private void clash(long index, BitSet rows) {
    int first = rows.nextSetBit(0);
    for (int row = rows.nextSetBit(first + 1); row >= 0; row = rows.nextSetBit(row + 1)) {
      List<Object> other = sheet.rows().get(row).outputs();
      if (sheet.policy() == HitPolicy.UNIQUE || !sheet.rows().get(first).outputs().equals(other)) {
        String where = "rows %d and %d".formatted(first + 1, row + 1);
        String reason = "Expected one answer, but both apply to " + space.describe(index);
        clashes.putIfAbsent(where, reason);
      }
    }
  }

  private void fault(String where, String reason) {
    faults.add(new Fault(sheet.file(), where, reason));
  }
}
