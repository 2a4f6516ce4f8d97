package io.tierline.policy;

import io.tierline.time.Amount;
import io.tierline.time.Unit;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The tables that the judge asks by name, with their answers in the judge's words. */
record Decisions(Map<String, Table> tables) {

  static final List<String> NAMES =
      List.of("severity", "tier", "handover", "permission", "timers", "closure", "callout");

  private static final Set<String> PROMISING = Set.of("clock", "severity", "tier", "route", "type");

  /** One decision's answer; its reason says if no row applies, for then a person has to decide. */
  Answer answer(String decision, String output, Map<String, Object> values) {
    return first(decision, values)
        .map(match -> new Answer(match.code(output), match.why()))
        .orElseGet(() -> new Answer(null, undecided(decision)));
  }

  List<Match> all(String decision, Map<String, Object> values) {
    return tables.get(decision).match(values);
  }

  /** Whether the decision knows every value, so that no row applying is an answer too. */
  boolean decides(String decision, Map<String, Object> values) {
    return tables.get(decision).decides(values);
  }

  Optional<Match> first(String decision, Map<String, Object> values) {
    List<Match> matches = all(decision, values);
    return matches.isEmpty() ? Optional.empty() : Optional.of(matches.getFirst());
  }

  /**
   * What the clock of the values promises.
   *
   * @param terms the contract's, for times that are there
   */
  Promise promise(Map<String, Object> values, Map<String, Object> terms) {
    List<Match> matches = all("timers", values);
    if (matches.isEmpty()) {
      return new Promise(null, "", undecided("timers"), null);
    }
    Match match = matches.getFirst();
    if (Inputs.CONTRACT.equals(match.outputs().get("unit"))) {
      return new ContractTimes(terms).promise(values, match.why());
    }
    Object calendar = match.outputs().get("calendar");
    return new Promise(
        amount(match), calendar == null ? "" : calendar.toString(), match.why(), null);
  }

  /** What decides a promise beside what a clock's own changes name. */
  List<String> promisingFacts() {
    return tables.get("timers").inputs().stream()
        .filter(input -> !PROMISING.contains(input))
        .toList();
  }

  private static @Nullable Amount amount(Match match) {
    return Unit.of(String.valueOf(match.outputs().get("unit")))
        .map(
            unit -> new Amount(((BigDecimal) match.outputs().get("amount")).longValueExact(), unit))
        .orElse(null);
  }

  /** Whether a ground holds. */
  Ground ground(String ground, List<String> by, Map<String, Object> values) {
    return first("closure", values)
        .map(match -> new Ground(ground, holds(match), match.why(), by))
        .orElseGet(() -> new Ground(ground, false, undecided("closure"), by));
  }

  private static boolean holds(Match match) {
    return Boolean.TRUE.equals(match.outputs().get("holds"));
  }

  static Why undecided(String decision) {
    return new Why(
        decision,
        null,
        List.of(),
        "Expected a row that applies, but there is none: decide by hand");
  }
}
