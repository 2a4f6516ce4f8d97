package io.tierline.ticket;

import io.tierline.policy.Callout;
import io.tierline.policy.Clock;
import io.tierline.policy.Judgement;
import io.tierline.timeline.Entry;
import io.tierline.timeline.Kinds;
import io.tierline.timeline.Timeline;
import io.tierline.timeline.Visibility;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What Tierline records of itself when a judgement becomes another. */
record Consequences(Instant now, Function<String, Visibility> readers) {

  /**
   * What follows from entries or, if there are none, from time alone.
   *
   * @param before as it was last put on record
   * @param timeline with the entries
   * @param after as it is with them, now
   * @param readers who may read an entry of each kind
   */
  static List<Draft> of(
      Judgement before,
      Timeline timeline,
      Judgement after,
      boolean byTime,
      Instant now,
      Function<String, Visibility> readers) {
    return new Consequences(now, readers).of(before, timeline, after, byTime);
  }

  private List<Draft> of(Judgement before, Timeline timeline, Judgement after, boolean byTime) {
    List<Draft> drafts = new ArrayList<>();
    List<Clock> withdrawn =
        Changes.withdrawn(before, after, latest(timeline), clock -> told(timeline, clock));
    if (!withdrawn.isEmpty()) {
      drafts.add(draft(Kinds.BREACH_WITHDRAWN, facts(withdrawn)));
    }
    List<Clock> completed = Changes.completed(before, after);
    if (!completed.isEmpty()) {
      drafts.add(draft(Kinds.CALENDAR_EXTENDED, facts(completed, after)));
    }
    Map<Clock, List<Clock.Reminder>> reminded = Changes.reminded(before, after);
    reminded.forEach(
        (clock, reminders) ->
            reminders.forEach(one -> drafts.add(draft(Kinds.REMINDER_REACHED, facts(clock, one)))));
    List<Clock> broken = Changes.breached(before, after);
    // Whatever comes first after a breach puts it on record: the alarm then finds nothing new.
    if (!broken.isEmpty() || (byTime && reminded.isEmpty() && completed.isEmpty())) {
      drafts.add(draft(Kinds.DEADLINE_REACHED, facts(broken)));
    }
    // A ground that went away withdrew its call; when it comes back, somebody is called anew.
    Set<String> standing =
        before.callouts().stream().map(Callout::code).collect(Collectors.toSet());
    Set<Object> declared = declared(timeline);
    after.openCallouts().stream()
        .filter(one -> !standing.contains(one.code()) || !declared.contains(one.code()))
        .forEach(callout -> drafts.add(draft(Kinds.INCIDENT_DECLARED, facts(callout, after))));
    return drafts;
  }

  private Draft draft(String kind, Map<String, Object> facts) {
    return Draft.bySystem(kind, now, readers, facts);
  }

  private static Instant latest(Timeline timeline) {
    return timeline.entries().stream()
        .max(Comparator.comparingLong(Entry::seq))
        .map(Entry::at)
        .orElse(Instant.MIN);
  }

  /** When a breach was put on record last; null if it isn't. */
  private static @Nullable Instant told(Timeline timeline, Clock clock) {
    return timeline.entries().stream()
        .filter(entry -> entry.kind().equals(Kinds.DEADLINE_REACHED))
        .filter(entry -> names(entry.data().get("breaches"), clock))
        .map(Entry::at)
        .max(Comparator.naturalOrder())
        .orElse(null);
  }

  private static boolean names(@Nullable Object breaches, Clock clock) {
    return breaches instanceof List<?> all
        && all.stream()
            .anyMatch(
                one ->
                    one instanceof Map<?, ?> breach
                        && clock.name().equals(breach.get("clock"))
                        && String.valueOf(clock.startedAt()).equals(breach.get("startedAt")));
  }

  /** Callouts that were declared since the ticket was last (re)opened. */
  private static Set<Object> declared(Timeline timeline) {
    long since =
        timeline.entries().stream()
            .filter(entry -> entry.kind().equals(Kinds.REOPENED))
            .mapToLong(Entry::seq)
            .max()
            .orElse(0);
    return timeline.entries().stream()
        .filter(entry -> entry.kind().equals(Kinds.INCIDENT_DECLARED) && entry.seq() > since)
        .map(entry -> entry.data().getOrDefault("callout", ""))
        .collect(Collectors.toSet());
  }

  private static Map<String, Object> facts(List<Clock> broken) {
    return Map.of(
        "clocks", broken.stream().map(Clock::name).distinct().toList(),
        "breaches", broken.stream().map(Consequences::facts).toList());
  }

  private static Map<String, Object> facts(List<Clock> completed, Judgement after) {
    return Map.of(
        "calendar", after.by().calendar(),
        "clocks", completed.stream().map(Consequences::facts).toList());
  }

  /** The round and what was promised, for the entry itself may come long after. */
  private static Map<String, Object> facts(Clock clock) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("clock", clock.name());
    facts.put("round", clock.round());
    if (clock.startedAt() != null) {
      facts.put("startedAt", clock.startedAt().toString());
    }
    if (clock.dueAt() != null) {
      facts.put("dueAt", clock.dueAt().toString());
    }
    return facts;
  }

  private static Map<String, Object> facts(Clock clock, Clock.Reminder reminder) {
    Map<String, Object> facts = new LinkedHashMap<>(facts(clock));
    facts.put("reminder", reminder.name());
    return facts;
  }

  /** With the round that asked for it, so that whoever was called can hear that it was kept. */
  private static Map<String, Object> facts(Callout callout, Judgement after) {
    Map<String, Object> facts = new LinkedHashMap<>();
    after.clocks().stream()
        .filter(clock -> clock.name().equals(callout.clock()))
        .filter(clock -> Objects.equals(clock.round(), callout.round()))
        .findFirst()
        .ifPresent(clock -> facts.putAll(facts(clock)));
    facts.put("callout", callout.code());
    facts.put("role", callout.role());
    facts.put("group", Objects.requireNonNull(callout.group()));
    return facts;
  }
}
