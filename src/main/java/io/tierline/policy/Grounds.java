package io.tierline.policy;

import io.tierline.policy.Declaration.GroundRule;
import io.tierline.policy.Rules.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Which grounds for closing hold: by the table, and by what the rules found. */
record Grounds(Decisions decisions, Map<String, GroundRule> rules) {

  List<Ground> of(Course course, List<Finding> findings) {
    List<Ground> grounds = new ArrayList<>(rules.size());
    rules.forEach(
        (code, rule) -> {
          course.values.put("ground", code);
          Ground decided = decisions.ground(code, rule.by(), course.values);
          grounds.add(decided.holds() ? decided : found(code, findings, decided));
        });
    return grounds;
  }

  private static Ground found(String code, List<Finding> findings, Ground otherwise) {
    for (Finding finding : findings) {
      if (finding.sort().equals("ground") && finding.code().equals(code)) {
        return new Ground(
            code,
            true,
            new Why(finding.file(), null, finding.clauses(), finding.rule()),
            otherwise.by());
      }
    }
    return otherwise;
  }
}
