package io.tierline.policy;

import io.tierline.policy.Declaration.ClockRule;
import io.tierline.timeline.Kinds;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What turns a promise must be seen by those whom it was given: no such kind may be hidden. */
record Openness(Declaration declaration) {

  private static final List<String> HANDOVERS =
      List.of(Kinds.OPENED, Kinds.ESCALATED, Kinds.RETURNED);

  /** The reasons by the kinds that may be hidden and must not. */
  Map<String, String> faults() {
    Map<String, String> faults = new LinkedHashMap<>();
    declaration.clocks().values().forEach(clock -> check(clock, faults));
    return faults;
  }

  private void check(ClockRule clock, Map<String, String> faults) {
    Set<String> turning = new LinkedHashSet<>();
    add(clock.stop(), turning);
    add(clock.restart(), turning);
    add(clock.resume(), turning);
    for (String name : clock.pauses()) {
      if (declaration.pauses().get(name) instanceof Declaration.PauseRule pause) {
        add(pause.from(), turning);
        add(pause.to(), turning);
      }
    }
    for (String kind : turning) {
      if (declaration.kinds().get(kind) instanceof Declaration.Kind found && found.hideable()) {
        faults.put(
            "kinds." + kind,
            "Expected everybody to see what stops, restarts, resumes or pauses the clock '%s', but it may be hidden"
                .formatted(clock.name()));
      }
    }
  }

  private static void add(Trigger trigger, Set<String> kinds) {
    trigger.causes().forEach(cause -> kinds.addAll(cause.on()));
    if (trigger.enters() != null) {
      kinds.addAll(HANDOVERS);
    }
  }
}
