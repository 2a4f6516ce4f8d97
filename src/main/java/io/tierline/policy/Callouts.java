package io.tierline.policy;

import io.tierline.policy.Declaration.CalloutRule;
import io.tierline.policy.Reading.Stage;
import io.tierline.policy.Rules.Finding;
import io.tierline.timeline.Entry;
import io.tierline.timeline.Kinds;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who must be called: by the table over the clocks, and by what the rules found. A callout is one
 * for each code and round, whichever clocks ask for it: it begins when the first of them does, so
 * what was taken at a reminder is not called for again by the breach, unless the table names
 * another code then.
 */
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
        add(course, callouts, finding.code(), finding.code(), finding.since(), why, null);
      }
    }
    return callouts.isEmpty() ? List.of() : new ArrayList<>(callouts.values());
  }

  private void ask(Course course, Reading reading, Map<String, Callout> callouts) {
    List<Stage> stages = reading.stages();
    for (Match match : matches(course, reading.clock(), stages.getLast())) {
      String code = match.code("callout");
      String numbered = reading.clock().round() > 1 ? code + "#" + reading.clock().round() : code;
      Instant since = since(course, reading.clock(), stages, code);
      add(course, callouts, code, numbered, since, match.why(), reading.clock());
    }
  }

  private List<Match> matches(Course course, Clock clock, Stage stage) {
    course.values.put("clock", clock.name());
    course.values.put("open", clock.open());
    course.values.put("breached", stage.breached());
    course.tell("reminder", stage.reminder());
    return decisions.all("callout", course.values);
  }

  /** The first stage of the clock at which the table asks for it, as everything else stands now. */
  private Instant since(Course course, Clock clock, List<Stage> stages, String code) {
    return stages.stream()
        .limit(stages.size() - 1L)
        .filter(
            stage ->
                matches(course, clock, stage).stream()
                    .anyMatch(match -> match.code("callout").equals(code)))
        .findFirst()
        .orElse(stages.getLast())
        .since();
  }

  private void add(
      Course course,
      Map<String, Callout> callouts,
      String code,
      String numbered,
      Instant since,
      Why why,
      @Nullable Clock clock) {
    CalloutRule rule = rules.get(code);
    Callout known = callouts.get(numbered);
    if (rule != null && (known == null || since.isBefore(known.since()))) {
      callouts.put(
          numbered,
          new Callout(
              numbered,
              rule.role(),
              rule.group(),
              since,
              answered(course, numbered, since),
              why,
              clock == null ? null : clock.name(),
              clock == null ? null : clock.round()));
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
