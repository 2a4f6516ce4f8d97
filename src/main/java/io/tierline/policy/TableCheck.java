package io.tierline.policy;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Holds a pack's tables against its declaration: what the judge will ask must be answerable. */
record TableCheck(
    String pack,
    Declaration declaration,
    Inputs inputs,
    Map<String, Table> tables,
    List<Fault> faults) {

  /** What is only known while one decision is asked. */
  private static final Map<String, Set<String>> OWN =
      Map.of(
          "permission", Set.of("kind", "actor"),
          "timers", Set.of("clock"),
          "closure", Set.of("ground"),
          "callout", Set.of("clock", "open", "breached"));

  /** What is only known once the whole timeline is read, and the decisions that are taken then. */
  private static final Set<String> LATE = Set.of("scope");

  private static final Set<String> LAST = Set.of("permission", "closure", "callout");

  private static final Set<String> ALWAYS = Set.of("severity", "target");

  void run(PackFiles files) {
    for (String decision : Decisions.NAMES) {
      String file = file(decision);
      if (!files.files().containsKey(file)) {
        faults.add(new Fault(file, null, "Expected this decision, but there is no such file"));
      }
    }
    tables.values().forEach(this::inputs);
  }

  private void inputs(Table table) {
    Set<String> known = new HashSet<>(inputs.absent().keySet());
    known.addAll(ALWAYS);
    if (!LAST.contains(table.decision())) {
      known.removeAll(LATE);
    }
    known.addAll(OWN.getOrDefault(table.decision(), Set.of()));
    for (String input : table.inputs()) {
      if (!known.contains(input) && Decisions.NAMES.contains(table.decision())) {
        faults.add(
            new Fault(
                file(table.decision()),
                input,
                "Expected an input that is known when this is decided, but found '%s'"
                    .formatted(input)));
      }
    }
  }

  private String file(String decision) {
    return "dmn/" + pack + "/" + decision + ".dmn";
  }
}
