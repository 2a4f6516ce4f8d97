package io.tierline.policy;

import io.tierline.policy.Declaration.ClockRule;
import io.tierline.policy.Trigger.Cause;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Holds the conditions of triggers ({@code if}) against what there is to ask about. */
record ConditionCheck(Declaration declaration, Inputs inputs, List<Fault> faults) {

  /** What changes with every question, or is only known when all is read. */
  private static final Set<String> FLEETING = Set.of("turn", "complete", "target", "scope");

  void run() {
    declaration
        .states()
        .forEach(
            (name, state) ->
                state
                    .values()
                    .forEach((value, trigger) -> check("states." + name + "." + value, trigger)));
    declaration
        .pauses()
        .forEach(
            (name, pause) -> {
              check("pauses." + name + ".from", pause.from());
              check("pauses." + name + ".to", pause.to());
            });
    declaration.clocks().values().forEach(this::clock);
  }

  private void clock(ClockRule clock) {
    String path = "clocks." + clock.name();
    check(path + ".start", clock.start());
    check(path + ".restart", clock.restart());
    check(path + ".resume", clock.resume());
    check(path + ".stop", clock.stop());
  }

  private void check(String path, Trigger trigger) {
    for (Cause cause : trigger.causes()) {
      cause.given().forEach((input, values) -> check(path + ".if." + input, input, values));
    }
  }

  private void check(String path, String input, Set<String> values) {
    Optional<Domain> domain = known().contains(input) ? inputs.domain(input) : Optional.empty();
    if (domain.isEmpty()) {
      fault(path, "Expected an input that is known all along, but found " + Echo.of(input));
      return;
    }
    Set<String> possible =
        domain.get() instanceof Domain.Codes codes
            ? Set.copyOf(codes.values())
            : Set.of("true", "false");
    for (String value : values) {
      if (!possible.contains(value)) {
        fault(path, "Expected a value of %s, but found %s".formatted(possible, Echo.of(value)));
      }
    }
  }

  private Set<String> known() {
    Set<String> known = new HashSet<>(inputs.absent().keySet());
    known.addAll(declaration.assessed(false));
    known.add("severity");
    known.removeAll(FLEETING);
    return known;
  }

  private void fault(String where, String reason) {
    faults.add(new Fault(Inputs.file(declaration.pack()), where, reason));
  }
}
