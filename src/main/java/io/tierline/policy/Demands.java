package io.tierline.policy;

import io.tierline.policy.Declaration.ClockRule;
import io.tierline.timeline.Kinds;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What is demanded of a new pack only. A version that is stored compiled once, tickets are pinned
 * to it, and it works without: a server that learns to ask for more must not lose it.
 */
record Demands(String file, Declaration declaration, List<Fault> faults) {

  /** Inputs of tables that packs on record may have fields of, with what they tell. */
  static final Map<String, String> LATER_INPUTS =
      Map.of(
          "route", "how the contract reaches the vendor",
          "reminder", "the last reminder of a clock");

  private static final Set<String> MOVING = Set.of(Kinds.POLICY_CHANGED, Kinds.CALENDAR_CHANGED);

  void run() {
    declaration.clocks().values().forEach(this::reminders);
    withdrawal();
    new Wordings(declaration).faults().forEach(this::fault);
    declaration.agreements().forEach(this::calendars);
    Stream.of(
            declaration.fields().keySet().stream(),
            declaration.states().keySet().stream(),
            declaration.facts().moments().values().stream().map(Declaration.Moment::flag))
        .flatMap(names -> names)
        .filter(LATER_INPUTS::containsKey)
        .forEach(this::name);
  }

  private void reminders(ClockRule clock) {
    if (!clock.reminders().isEmpty() && !declares(Kinds.REMINDER_REACHED)) {
      fault(
          "clocks." + clock.name() + ".reminders",
          "Expected the kind '%s' in 'kinds', for it follows a reminder, but there is none"
              .formatted(Kinds.REMINDER_REACHED));
    }
  }

  /** Else nobody would notice that the contract's own hours count for nothing. */
  private void calendars(String agreement, Map<String, Object> terms) {
    if (terms.get("calendars") instanceof Map<?, ?> brought) {
      brought.keySet().stream()
          .map(String::valueOf)
          .filter(this::has)
          .forEach(
              name ->
                  fault(
                      "agreements.%s.calendars.%s".formatted(agreement, name),
                      "Expected a calendar that the pack leaves to agreements, but it has one of its own"));
    }
  }

  private boolean has(String calendar) {
    Declaration.CalendarRule rule = declaration.calendars().get(calendar);
    return rule != null && rule.calendar() != null;
  }

  /** Whoever was told of a breach must be able to hear that there was none. */
  private void withdrawal() {
    boolean can =
        !declaration.clocks().isEmpty()
            && (!declaration.backdating().isEmpty() || MOVING.stream().anyMatch(this::declares));
    if (can && !declares(Kinds.BREACH_WITHDRAWN)) {
      fault(
          "kinds",
          "Expected the kind '%s', for an entry that comes late can undo a breach, but there is none"
              .formatted(Kinds.BREACH_WITHDRAWN));
    } else if (can && narrower()) {
      fault(
          "kinds." + Kinds.BREACH_WITHDRAWN + ".visibility",
          "Expected whoever reads '%s' to read this too, but it is for fewer"
              .formatted(Kinds.DEADLINE_REACHED));
    }
  }

  private boolean narrower() {
    Declaration.Kind told = declaration.kinds().get(Kinds.DEADLINE_REACHED);
    return told != null
        && declaration.kinds().get(Kinds.BREACH_WITHDRAWN).visibility().compareTo(told.visibility())
            > 0;
  }

  private void name(String name) {
    fault(
        name,
        "Expected another name, for tables read %s as '%s', but found this one"
            .formatted(LATER_INPUTS.get(name), name));
  }

  private boolean declares(String kind) {
    return declaration.kinds().containsKey(kind);
  }

  private void fault(String where, String reason) {
    faults.add(new Fault(file, where, reason));
  }
}
