package io.tierline.cases;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** How far the clauses are kept, by what the packs say and their cases show. */
final class ClauseCoverage {

  private static final Map<String, String> VENDORS =
      Map.of("EF", "Efento", "HY", "Hypergene", "AG", "Aggregion", "SA", "SAFR");

  private final Map<String, Set<String>> shown = new TreeMap<>();
  private final Map<String, Proven> proven = new TreeMap<>();
  private final Set<String> named = new TreeSet<>();
  private final Map<String, Set<String>> tested = new TreeMap<>();

  /** How far a clause is kept, and in words. */
  enum State {
    PROVEN("a case that names it turns red when the row or value that names it is changed"),
    TESTED(
        "a test of the product names it, for no pack decides it, and the build is red if it fails"),
    SHOWN("a case that holds names it, but no such change is known to turn one red"),
    RECORDED("a pack names it, but no case does"),
    PROMPTED("the same, where a person decides anyway"),
    LATER("of a kind that comes later"),
    NOT_YET("nothing names it");

    private final String meaning;

    State(String meaning) {
      this.meaning = meaning;
    }

    String word() {
      return name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
    }
  }

  /** Takes a case that holds. */
  void show(CaseFile.Case example) {
    example
        .clauses()
        .forEach(
            clause -> shown.computeIfAbsent(clause, none -> new TreeSet<>()).add(example.name()));
  }

  /** Takes what a change of the pack proved. */
  void prove(Proven one) {
    proven.putIfAbsent(one.clause(), one);
  }

  /** Takes a test of the product that keeps a clause. */
  void test(String clause, String test) {
    tested.computeIfAbsent(clause, none -> new TreeSet<>()).add(test);
  }

  /** Takes a clause that a pack names. */
  void name(String clause) {
    named.add(clause);
  }

  /** Every clause that a pack or a case names. */
  Set<String> known() {
    Set<String> known = new TreeSet<>(named);
    known.addAll(shown.keySet());
    known.addAll(tested.keySet());
    return known;
  }

  State state(Clause clause) {
    if (shown.containsKey(clause.id()) && proven.containsKey(clause.id())) {
      return State.PROVEN;
    }
    if (tested.containsKey(clause.id())) {
      return State.TESTED;
    }
    if (shown.containsKey(clause.id())) {
      return State.SHOWN;
    }
    if (named.contains(clause.id())) {
      return clause.grade().equals("P") ? State.PROMPTED : State.RECORDED;
    }
    return clause.later().isPresent() ? State.LATER : State.NOT_YET;
  }

  /** The totals, then a table for each vendor. */
  String page(List<Clause> clauses) {
    StringBuilder text = new StringBuilder();
    for (State state : State.values()) {
      text.append("- **%s**: %s.%n".formatted(state.word(), state.meaning));
    }
    text.append("\nA clause of several kinds counts for the first.\n\n");
    text.append(totals("Vendor", clauses, clause -> VENDORS.get(clause.vendor())));
    text.append("\n").append(totals("Kind", clauses, Clause::kindInWords));
    byVendor(clauses)
        .forEach(
            (vendor, of) -> {
              text.append("%n## %s%n%n| Clause | | Kind | Grade | State |%n".formatted(vendor));
              text.append("|---|---|---|---|---|\n");
              of.forEach(clause -> text.append(row(clause)));
            });
    return text.toString();
  }

  /** Every clause with the cases that show it, and the change that proves it. */
  String details(List<Clause> clauses) {
    StringBuilder text =
        new StringBuilder("| Clause | State | Cases | Red by |\n|---|---|---|---|\n");
    for (Clause clause : clauses) {
      Proven by = proven.get(clause.id());
      text.append(
          "| %s %s | %s | %s | %s |%n"
              .formatted(
                  clause.id(),
                  clause.title(),
                  state(clause).word(),
                  String.join("; ", examples(clause.id())),
                  by == null ? "" : by.mutant() + " (" + by.by() + ")"));
    }
    return text.toString();
  }

  private Set<String> examples(String clause) {
    Set<String> examples = new TreeSet<>(shown.getOrDefault(clause, Set.of()));
    examples.addAll(tested.getOrDefault(clause, Set.of()));
    return examples;
  }

  private String row(Clause clause) {
    return "| %s | %s | %s | %s | %s |%n"
        .formatted(
            clause.id(),
            clause.title(),
            String.join(" ", clause.kinds()),
            clause.grade(),
            words(clause));
  }

  private String words(Clause clause) {
    State state = state(clause);
    return switch (state) {
      case LATER -> "later: " + clause.later().orElseThrow();
      case NOT_YET ->
          "not yet: "
              + (clause.grade().equals("M")
                  ? "nothing to decide"
                  : "no row, value or case names it");
      default -> state.word();
    };
  }

  private static Map<String, List<Clause>> byVendor(List<Clause> clauses) {
    return clauses.stream()
        .collect(
            Collectors.groupingBy(
                clause -> VENDORS.get(clause.vendor()), LinkedHashMap::new, Collectors.toList()));
  }

  private String totals(String head, List<Clause> clauses, Function<Clause, String> group) {
    List<String> words = new ArrayList<>();
    for (State state : State.values()) {
      words.add(state.word());
    }
    StringBuilder text =
        new StringBuilder("| %s | clauses | %s |%n".formatted(head, String.join(" | ", words)));
    text.append("|---|---|").append("---|".repeat(words.size())).append("\n");
    clauses.stream()
        .collect(Collectors.groupingBy(group, LinkedHashMap::new, Collectors.toList()))
        .forEach((name, of) -> text.append(total(name, of)));
    return text.append(total("all", clauses)).toString();
  }

  private String total(String name, List<Clause> clauses) {
    StringBuilder text = new StringBuilder("| %s | %d |".formatted(name, clauses.size()));
    for (State state : State.values()) {
      long count = clauses.stream().filter(clause -> state(clause) == state).count();
      text.append(" %d |".formatted(count));
    }
    return text.append("\n").toString();
  }
}
