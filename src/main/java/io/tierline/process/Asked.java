package io.tierline.process;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A question of a process instance: how does its subject stand?
 *
 * @param job the key of the asking job, greater than that of every earlier one
 * @param instance the key of the process instance
 * @param process the process that claims the subject, or null where a called process asks
 * @param ticket the ticket's number; empty if the instance names none
 * @param generation the generation that the instance runs
 * @param incident the incident's number; null unless it is one's process
 * @param callout the callout that the incident is about; null unless it is one's process
 * @param kinds the entry kinds that wake it; null for all
 */
record Asked(
    long job,
    long instance,
    @Nullable String process,
    String ticket,
    int generation,
    @Nullable String incident,
    @Nullable String callout,
    @Nullable List<String> kinds) {

  /** The same question about something else. */
  Asked about(Subject other) {
    return new Asked(
        job,
        instance,
        process,
        other.ticket(),
        other.generation(),
        other.incident(),
        other.callout(),
        kinds);
  }

  /** What the instance runs: an incident or the ticket itself. */
  String subject() {
    return incident == null ? ticket : incident;
  }
}
