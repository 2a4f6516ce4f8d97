package io.tierline.policy;

import io.tierline.policy.Declaration.ClockRule;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
          "callout", Set.of("clock", "open", "breached", "reminder"));

  /** What is only known once the whole timeline is read, and the decisions that are taken then. */
  private static final Set<String> LATE = Set.of("scope", "turn", "complete");

  /** What the judge reads from each decision. */
  private static final Map<String, Set<String>> ANSWERS =
      Map.of(
          "severity", Set.of("severity"),
          "tier", Set.of("tier"),
          "handover", Set.of("missing"),
          "permission", Set.of("verdict", "reason"),
          "timers", Set.of("amount", "unit", "calendar"),
          "closure", Set.of("holds"),
          "callout", Set.of("callout"));

  /** These answer with every row that applies; the others with one. */
  private static final Set<String> COLLECTING = Set.of("handover", "callout");

  private static final Set<String> LAST = Set.of("permission", "closure", "callout");

  private static final Set<String> ALWAYS = Set.of("severity", "target");

  private List<String> asked() {
    return Stream.concat(Decisions.NAMES.stream(), declaration.assessments().keySet().stream())
        .toList();
  }

  void run(PackFiles files) {
    for (String decision : asked()) {
      String file = file(decision);
      if (!files.files().containsKey(file)) {
        faults.add(new Fault(file, null, "Expected this decision, but there is no such file"));
      }
    }
    tables.values().stream()
        .filter(table -> asked().contains(table.decision()))
        .forEach(
            table -> {
              inputs(table);
              answers(table);
            });
  }

  private void answers(Table table) {
    String decision = table.decision();
    Set<String> expected = ANSWERS.getOrDefault(decision, Set.of(decision));
    if (!Set.copyOf(table.outputs()).equals(expected)) {
      fault(
          decision,
          "outputs",
          "Expected %s, but found %s"
              .formatted(new TreeSet<>(expected), new TreeSet<>(table.outputs())));
    }
    boolean collecting = COLLECTING.contains(decision);
    if (collecting == table.single()) {
      fault(
          decision,
          "hit policy",
          collecting
              ? "Expected Collect or Rule order, for every row counts, but found another"
              : "Expected Unique, First or Any, for one row gives the answer, but found another");
    }
  }

  private void inputs(Table table) {
    Set<String> known = new HashSet<>(inputs.absent().keySet());
    known.addAll(assessed(table.decision()));
    boolean last =
        LAST.contains(table.decision()) || declaration.assessed(true).contains(table.decision());
    if (last || !declaration.assessments().containsKey(table.decision())) {
      known.addAll(ALWAYS);
    }
    if (last) {
      declaration.clocks().values().stream().map(ClockRule::input).forEach(known::add);
    } else {
      known.removeAll(LATE);
    }
    known.addAll(OWN.getOrDefault(table.decision(), Set.of()));
    for (String input : table.inputs()) {
      if (!known.contains(input)) {
        fault(
            table.decision(),
            input,
            "Expected an input that is known when this is decided, but found '%s'"
                .formatted(input));
      }
    }
  }

  /** The assessments that are taken before a decision. */
  private Set<String> assessed(String decision) {
    return declaration.assessed(false).stream()
        .takeWhile(name -> !name.equals(decision))
        .collect(Collectors.toSet());
  }

  private void fault(String decision, String where, String reason) {
    faults.add(new Fault(file(decision), where, reason));
  }

  private String file(String decision) {
    return "dmn/" + pack + "/" + decision + ".dmn";
  }
}
