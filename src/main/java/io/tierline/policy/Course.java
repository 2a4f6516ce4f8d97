package io.tierline.policy;

import io.tierline.policy.Declaration.ClockRule;
import io.tierline.policy.Declaration.Tier;
import io.tierline.policy.Trigger.Happening;
import io.tierline.time.Pauses;
import io.tierline.time.Pauses.Pause;
import io.tierline.timeline.Actor;
import io.tierline.timeline.Entry;
import io.tierline.timeline.Kinds;
import io.tierline.timeline.Role;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A timeline while it is read, entry by entry: what tables see, tier, pauses, clocks. */
final class Course {

  private static final String FROZEN = "frozen";
  private static final String SOLVED = "solved";

  private final Declaration declaration;
  private final Decisions decisions;
  private final Observed observed;
  private final Handovers handovers;
  private final Inputs inputs;

  /** What tables see. */
  final Map<String, Object> values;

  private final Seen seen;
  final List<ClockCourse> clocks = new ArrayList<>();
  final List<Entry> read = new ArrayList<>();
  final Map<String, PauseCourse> pauses = new LinkedHashMap<>();
  private final Assessments assessments;
  private final Promising promising;
  private @Nullable Answer severity;
  private @Nullable Instant solvedAt;

  Course(Declaration declaration, Inputs inputs, Decisions decisions, Observed observed) {
    this.declaration = declaration;
    this.inputs = inputs;
    this.decisions = decisions;
    this.observed = observed;
    values = inputs.absent();
    seen = new Seen(declaration, values);
    handovers = new Handovers(Ladder.of(declaration.tiers().values()), decisions, values);
    tell("route", observed.route());
    assessments = new Assessments(declaration, decisions, values);
    // Before anything happened no clock runs: a table that asks about one must find a row.
    assessments.see(List.of());
    assessments.take();
    seeSeverity(decisions.answer("severity", "severity", values));
    declaration.clocks().values().forEach(rule -> clocks.add(new ClockCourse(rule, side(rule))));
    promising = new Promising(clocks, this::promise, this::charged, this::facts);
    declaration
        .pauses()
        .forEach((name, rule) -> pauses.put(name, new PauseCourse(rule, this::holder)));
  }

  /** Whether the judge looks away: what an earlier judgement caused is no ground for the next. */
  static boolean consequence(Entry entry) {
    return Kinds.CONSEQUENCES.contains(entry.kind())
        || (entry.kind().equals(Kinds.RETURNED) && entry.by().role() == Role.SYSTEM);
  }

  void take(Entry entry) {
    if (consequence(entry)) {
      return;
    }
    read.add(entry);
    observed.flags(values, entry.at());
    seen.fields(entry.kind(), entry.data());
    boolean mayOpen = entry.kind().equals(Kinds.OPENED) && allowed(entry);
    seen.observed(entry);
    seen.states(entry);
    if (declaration.statuses().getOrDefault(SOLVED, Set.of()).contains(entry.kind())) {
      solvedAt = entry.at();
    }
    boolean rerouted = !inputs.taken("route") && observed.reroutes(values, entry);
    assessments.take();
    boolean redecided = decideSeverity();
    List<String> entered = handovers.take(entry, mayOpen);
    if (!entered.isEmpty()) {
      assessments.take();
      redecided |= decideSeverity();
    }
    if (handovers.bounced()) {
      read.add(Handovers.bounce(entry));
    }
    Happening happening = new Happening(entry, entered, values);
    pauses.values().forEach(pause -> pause.take(happening));
    promising.take(happening);
    promising.anew(entry, new Promising.Changed(redecided, !entered.isEmpty(), rerouted));
  }

  /**
   * Lets tables see what somebody wants to record. The fields that it brings count already: who
   * hands over says in the same breath what kind of problem it is.
   */
  void consider(Proposal proposal) {
    see(proposal.kind(), proposal.by());
    seen.fields(proposal.kind(), proposal.data());
    assessments.take();
    handovers.arrive();
  }

  /** Lets tables see what the judge knows, unless the pack has a field of that name. */
  void tell(String input, Object value) {
    if (!inputs.taken(input)) {
      values.put(input, value);
    }
  }

  private void see(String kind, Actor actor) {
    values.put("kind", kind);
    values.put("actor", actor.code());
  }

  private boolean allowed(Entry entry) {
    see(entry.kind(), entry.by());
    return decisions
        .first("permission", values)
        .map(match -> match.code("verdict").equals("allow"))
        .orElse(false);
  }

  Assessments assessments() {
    return assessments;
  }

  private @Nullable String redecide() {
    Declaration.ReadingRule rule = declaration.readings().get("severity.redecide");
    return rule == null ? null : rule.value();
  }

  /** Whether it is another one than before. */
  private boolean decideSeverity() {
    boolean frozen = FROZEN.equals(redecide());
    if (!opened() || (frozen && severity != null)) {
      return false;
    }
    Answer decided = decisions.answer("severity", "severity", values);
    boolean changed =
        severity != null && !java.util.Objects.equals(severity.value(), decided.value());
    severity = decided;
    seeSeverity(decided);
    return changed;
  }

  private void seeSeverity(Answer decided) {
    values.put("severity", decided.value() == null ? Inputs.NONE : decided.value());
  }

  private @Nullable String side(ClockRule rule) {
    Tier starting = declaration.tiers().get(String.valueOf(rule.start().enters()));
    return starting == null ? null : starting.side();
  }

  /** The side that is in charge; null before anything was opened. */
  private @Nullable String charged() {
    Tier tier = handovers.tier();
    return tier == null ? null : tier.side();
  }

  private List<Object> facts() {
    return decisions.promisingFacts().stream().map(values::get).toList();
  }

  private Promise promise(ClockCourse clock) {
    values.put("clock", clock.rule.name());
    return decisions.promise(values, observed.terms());
  }

  /** Brings what depends on the instant itself up to now. */
  void arrive(Instant now) {
    observed.flags(values, now);
    assessments.take();
    handovers.arrive();
    values.put("turn", turn());
  }

  /** The same course a little later, while nothing happens. */
  Course at(Instant later) {
    arrive(later);
    return this;
  }

  boolean opened() {
    return !"new".equals(values.get("status"));
  }

  String status() {
    return (String) values.get("status");
  }

  Answer severity() {
    return severity != null
        ? severity
        : new Answer(
            null, new Why("severity", null, List.of(), "Expected a ticket, but none is opened"));
  }

  Handovers handovers() {
    return handovers;
  }

  /** Who has to act; what waited before it was solved says nothing of what follows. */
  String turn() {
    Tier tier = handovers.tier();
    if (tier == null || status().equals("closed")) {
      return Inputs.NONE;
    }
    boolean solved = status().equals(SOLVED);
    return pauses.values().stream()
        .filter(pause -> !solved || solvedAt == null || pause.runsFrom(solvedAt))
        .map(PauseCourse::turn)
        .filter(java.util.Objects::nonNull)
        .findFirst()
        .orElse(solved ? holder() : tier.side());
  }

  /** Whoever the vendor's contract is with, and who has to say whether it is solved. */
  private String holder() {
    Object route = inputs.taken("route") ? observed.route() : values.get("route");
    return "direct".equals(route) ? "customer" : "reseller";
  }

  Pauses pauses(List<String> names) {
    List<Pause> spans = new ArrayList<>();
    names.forEach(name -> pauses.get(name).addTo(spans));
    return spans.isEmpty() ? Pauses.NONE : new Pauses(spans);
  }
}
