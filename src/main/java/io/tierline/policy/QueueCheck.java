package io.tierline.policy;

import io.tierline.policy.Declaration.Assessment;
import java.util.LinkedHashMap;
import java.util.Map;

/** The queue must know a lane for whatever its assessment may answer, and no other. */
record QueueCheck(Declaration declaration) {

  /** The reasons by the path of what is wrong. */
  Map<String, String> faults() {
    Map<String, String> faults = new LinkedHashMap<>();
    QueueRule rule = declaration.queue();
    if (rule == null) {
      return faults;
    }
    Assessment by = declaration.assessments().get(rule.by());
    if (by == null) {
      faults.put(
          "queue.by",
          "Expected an assessment that the pack declares, but found " + Echo.of(rule.by()));
    } else if (!by.values().keySet().equals(rule.lanes().keySet())) {
      faults.put(
          "queue.lanes",
          "Expected a lane for each answer of '%s', %s, but found %s"
              .formatted(rule.by(), by.values().keySet(), rule.lanes().keySet()));
    }
    return faults;
  }
}
