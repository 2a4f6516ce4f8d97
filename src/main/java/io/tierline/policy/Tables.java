package io.tierline.policy;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Compiles a pack's decision tables: {@code dmn/<pack>/<decision>.dmn}. */
final class Tables {

  /** Tables that collect are worked out at once up to this size, on demand beyond it. */
  private static final int COLLECTED_AT_ONCE = 2_000;

  /** A new version of a pack mostly changes one table; the others are taken as they were proved. */
  private static final Map<Sheet, Table> COMPILED = new ConcurrentHashMap<>();

  private static final int MOST_REMEMBERED = 200;

  private Tables() {}

  /**
   * Every sound table, by decision; what is wrong with the others is added to the faults.
   *
   * @param domains what the pack declares under a name that a table uses as an input or output
   */
  static Map<String, Table> compile(
      PackFiles files,
      String pack,
      Function<String, Optional<Domain>> domains,
      List<Fault> faults) {
    Map<String, Table> tables = new TreeMap<>();
    files
        .files()
        .forEach(
            (file, xml) -> {
              if (file.startsWith("dmn/" + pack + "/") && file.endsWith(".dmn")) {
                new SheetReader(file, domains, faults)
                    .read(xml)
                    .flatMap(sheet -> table(sheet, faults))
                    .ifPresent(table -> tables.put(table.decision(), table));
              }
            });
    return tables;
  }

  private static Optional<Table> table(Sheet sheet, List<Fault> faults) {
    Table known = COMPILED.get(sheet);
    if (known != null) {
      return Optional.of(known);
    }
    Optional<Table> compiled = compile(sheet, faults);
    if (COMPILED.size() >= MOST_REMEMBERED) {
      COMPILED.clear();
    }
    compiled.ifPresent(table -> COMPILED.put(sheet, table));
    return compiled;
  }

  private static Optional<Table> compile(Sheet sheet, List<Fault> faults) {
    List<Fault> found = new ArrayList<>();
    Space space = new Space(sheet);
    if (sheet.policy().single()) {
      Proof.of(sheet, space, found);
    }
    Optional<Table> table = Optional.empty();
    if (found.isEmpty()) {
      table =
          DecisionEngine.of(sheet, found)
              .map(engine -> new CompiledTable(sheet, space, engine))
              .map(compiled -> workedOut(compiled, sheet, space, found));
    }
    faults.addAll(found);
    return found.isEmpty() ? table : Optional.empty();
  }

  /** Asks the engine everything, and makes sure that it reads each cell as the proof did. */
  private static Table workedOut(
      CompiledTable table, Sheet sheet, Space space, List<Fault> faults) {
    if (!sheet.policy().single() && space.size() > COLLECTED_AT_ONCE) {
      return table;
    }
    for (long index = 0; index < space.size(); index++) {
      List<Integer> engine = table.answer(index).stream().map(Match::row).toList();
      List<Integer> proof = expected(sheet, space.rows(index));
      if (!engine.equals(proof)) {
        String reason = "Expected rows %s for %s, but the DMN engine applied %s";
        faults.add(
            new Fault(sheet.file(), null, reason.formatted(proof, space.describe(index), engine)));
        break;
      }
    }
    return table;
  }

  private static List<Integer> expected(Sheet sheet, BitSet rows) {
    return rows.stream()
        .limit(sheet.policy().single() ? 1 : Integer.MAX_VALUE)
        .map(row -> row + 1)
        .boxed()
        .collect(Collectors.toList());
  }
}
