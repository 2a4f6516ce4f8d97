package io.tierline.policy;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whether a contract brings every time that the table {@code timers} leaves to it. */
record ContractCheck(Declaration declaration, Inputs inputs, Decisions decisions) {

  /** What is wrong with the terms of the agreements that the pack ships. */
  void run(List<Fault> faults) {
    declaration
        .agreements()
        .forEach(
            (agreement, terms) ->
                fault(terms)
                    .ifPresent(
                        reason ->
                            faults.add(
                                new Fault(
                                    Inputs.file(declaration.pack()),
                                    "agreements." + agreement + ".times",
                                    reason))));
  }

  /** The first fault of some terms; empty if every time is there. */
  Optional<String> fault(Map<String, Object> terms) {
    Map<String, Object> values = inputs.absent();
    for (String clock : declaration.clocks().keySet()) {
      for (String severity : declaration.severities().keySet()) {
        values.put("clock", clock);
        values.put("severity", severity);
        // A table that reads them finds no row without, and would then ask the contract for
        // nothing.
        new Assessments(declaration, decisions, values).take();
        boolean left =
            decisions.all("timers", values).stream()
                .anyMatch(match -> Inputs.CONTRACT.equals(match.outputs().get("unit")));
        Optional<String> fault =
            left ? new ContractTimes(terms).fault(clock, severity) : Optional.empty();
        if (fault.isPresent()) {
          return fault;
        }
      }
    }
    return Optional.empty();
  }
}
