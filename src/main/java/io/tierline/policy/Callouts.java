package io.tierline.policy;

import io.tierline.policy.Declaration.CalloutRule;
import io.tierline.policy.Rules.Finding;
import io.tierline.timeline.Entry;
import io.tierline.timeline.Kinds;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Who must be called: by the table over the clocks, and by what the rules found. */
record Callouts(Decisions decisions, Map<String, CalloutRule> rules) {

  List<Callout> of(Course course, List<Reading> clocks, List<Finding> findings) {
    Map<String, Callout> callouts = new LinkedHashMap<>();
    for (Reading reading : clocks) {
      if (reading.clock().startedAt() != null) {
        ask(course, reading, callouts);
      }
    }
    for (Finding finding : findings) {
      if (finding.sort().equals("callout")) {
        Why why = new Why(finding.file(), null, finding.clauses(), finding.rule());
        add(course, callouts, finding.code(), finding.code(), finding.since(), why);
      }
    }
    return callouts.isEmpty() ? List.of() : new ArrayList<>(callouts.values());
  }

  private void ask(Course course, Reading reading, Map<String, Callout> callouts) {
    Clock clock = reading.clock();
    course.values.put("clock", clock.name());
    course.values.put("open", clock.open());
    course.values.put("breached", clock.breached());
    String reminder = reading.reminder();
    course.values.put("reminder", reminder == null ? Inputs.NONE : reminder);
    for (Match match : decisions.all("callout", course.values)) {
      String code = match.code("callout");
      String numbered = clock.round() > 1 ? code + "#" + clock.round() : code;
      add(course, callouts, code, numbered, reading.since(), match.why());
    }
  }

  private void add(
      Course course,
      Map<String, Callout> callouts,
      String code,
      String numbered,
      Instant since,
      Why why) {
    CalloutRule rule = rules.get(code);
    if (rule != null) {
      callouts.putIfAbsent(
          numbered,
          new Callout(
              numbered, rule.role(), rule.group(), since, answered(course, numbered, since), why));
    }
  }

  /** One that is taken stays taken, whatever comes to light later. */
  private static boolean answered(Course course, String code, Instant since) {
    for (Entry entry : course.read) {
      if (entry.kind().equals(Kinds.CALLOUT_ANSWERED)
          && !entry.at().isBefore(since)
          && code.equals(entry.data().get("callout"))) {
        return true;
      }
    }
    return false;
  }
}
