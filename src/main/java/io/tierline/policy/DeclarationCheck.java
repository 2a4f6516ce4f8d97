package io.tierline.policy;

import io.tierline.policy.Declaration.CalendarRule;
import io.tierline.policy.Declaration.ClockRule;
import io.tierline.policy.Trigger.Cause;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Holds a declaration against itself: every code that it names must be one that it declares. */
record DeclarationCheck(String file, Declaration declaration, List<Fault> faults) {

  /** The channel of an opening that names none. */
  private static final String REST = "rest";

  private static final String RELEASED = Vocabulary.Notice.RELEASED;
  private static final List<String> PARTIES = List.of("reseller", "vendor");

  void run() {
    required("tiers", declaration.tiers());
    required("severities", declaration.severities());
    required("types", declaration.types());
    required("kinds", declaration.kinds());
    required("agreements", declaration.agreements());
    declaration
        .statuses()
        .forEach((status, kinds) -> known("statuses." + status, "kind", kinds, kinds()));
    disjoint("statuses", declaration.statuses());
    declaration.states().forEach(this::state);
    own();
    declaration
        .pauses()
        .forEach(
            (name, pause) -> {
              trigger("pauses." + name + ".from", pause.from());
              trigger("pauses." + name + ".to", pause.to());
            });
    declaration.clocks().values().forEach(this::clock);
    declaration
        .grounds()
        .forEach(
            (code, ground) ->
                known("grounds." + code + ".by", "role", ground.by(), Actors.codes(declaration)));
    declaration.notices().forEach(this::notice);
    declaration.tiers().values().forEach(this::tier);
    declaration.calendars().forEach(this::calendar);
    declaration.agreements().forEach(this::agreement);
    declaration.fields().values().forEach(this::field);
    new AlertCheck(declaration).faults().forEach(this::fault);
    new FaceCheck(declaration).faults().forEach(this::fault);
    new QueueCheck(declaration).faults().forEach(this::fault);
    redecide();
    new Openness(declaration).faults().forEach(this::fault);
    new Beginnings(declaration).faults().forEach(this::fault);
  }

  private void required(String section, Map<String, ?> codes) {
    if (codes.isEmpty()) {
      fault(section, "Expected at least one code, but there is none");
    }
  }

  /** What the judge asks and knows by itself has its name already. */
  private void own() {
    for (String name : declaration.assessments().keySet()) {
      if (Decisions.NAMES.contains(name)) {
        fault("assessments." + name, "Expected a name that no decision has, but found this one");
      }
    }
    Declaration.Field channel = declaration.opening().get("channel");
    if (channel != null && !channel.values().containsKey(REST)) {
      fault(
          "opening.channel.values",
          "Expected '%s' among the channels, for it is what an opening over REST says, but there is none"
              .formatted(REST));
    }
  }

  private void state(String name, Declaration.State state) {
    Map<String, Set<String>> plain = new LinkedHashMap<>();
    state
        .values()
        .forEach(
            (value, trigger) -> {
              trigger("states." + name + ".values." + value, trigger);
              plain.put(value, plainly(trigger));
              if (trigger.enters() != null) {
                fault("states." + name, "Expected entries, but found that a tier takes over");
              }
            });
    disjoint("states." + name, plain);
  }

  private static Set<String> plainly(Trigger trigger) {
    return trigger.causes().stream()
        .filter(Cause::plain)
        .flatMap(cause -> cause.on().stream())
        .collect(Collectors.toSet());
  }

  private void tier(Declaration.Tier tier) {
    if (tier.calendar() != null) {
      known(
          "tiers." + tier.code() + ".calendar",
          "calendar",
          List.of(tier.calendar()),
          declaration.calendars().keySet());
    }
  }

  private void clock(ClockRule clock) {
    String path = "clocks." + clock.name();
    trigger(path + ".start", clock.start());
    trigger(path + ".restart", clock.restart());
    trigger(path + ".resume", clock.resume());
    known(path + ".resume-after", "kind", clock.resumable(), kinds());
    if (!clock.recurring() && !clock.restart().causes().isEmpty()) {
      fault(path + ".restart", "Expected 'recurring: true' beside it, but there is none");
    }
    trigger(path + ".stop", clock.stop());
    known(path + ".pauses", "pause", clock.pauses(), declaration.pauses().keySet());
  }

  /** A release concerns the parties to agreements, and no ticket. */
  private void notice(Vocabulary.Notice notice) {
    if (!notice.on().equals(RELEASED)) {
      known("notices", "kind", List.of(notice.on()), kinds());
    } else if (!PARTIES.containsAll(notice.to())) {
      fault(
          "notices",
          "Expected '%s' to go to some of %s, but found %s"
              .formatted(RELEASED, PARTIES, notice.to()));
    }
  }

  private void trigger(String path, Trigger trigger) {
    for (Cause cause : trigger.causes()) {
      known(path + ".on", "kind", cause.on(), kinds());
      known(path + ".by", "role", cause.by(), Actors.codes(declaration));
      if (cause.enters() != null) {
        known(path + ".enters", "tier", List.of(cause.enters()), declaration.tiers().keySet());
      }
      cause.where().forEach((key, value) -> where(path + ".where." + key, cause, key, value));
    }
  }

  /** What an entry must say must be something that each of the kinds can say. */
  private void where(String path, Cause cause, String key, Object value) {
    for (String kind : cause.on()) {
      Declaration.Kind declared = declaration.kinds().get(kind);
      Declaration.Field field = declared == null ? null : declared.data().get(key);
      if (declared != null && field == null) {
        fault(path, "Expected data of '%s', but it has none of this name".formatted(kind));
      } else if (field != null && field.type() == FieldType.CODE) {
        known(path, "code", List.of(value.toString()), field.values().keySet());
      }
    }
  }

  /** The last entry counts, so one kind can only mean one value. */
  private void disjoint(String path, Map<String, Set<String>> values) {
    Map<String, String> means = new HashMap<>();
    values.forEach(
        (value, kinds) ->
            kinds.forEach(
                kind -> {
                  String other = means.putIfAbsent(kind, value);
                  if (other != null) {
                    fault(
                        path,
                        "Expected '%s' to mean one value, but found both '%s' and '%s'"
                            .formatted(kind, other, value));
                  }
                }));
  }

  private void field(Declaration.Field field) {
    if (field.type() == FieldType.CODE && field.absent() == null) {
      fault("fields." + field.name() + ".absent", "Expected what tables see, but there is nothing");
    }
    known("fields." + field.name() + ".by", "role", field.by(), Actors.codes(declaration));
  }

  /** A calendar that the agreement has to bring must be in every agreement that the pack ships. */
  private void calendar(String name, CalendarRule rule) {
    if (rule.calendar() != null || faultsAt("calendars." + name)) {
      return;
    }
    declaration
        .agreements()
        .forEach(
            (agreement, terms) -> {
              if (!((Map<?, ?>) terms.get("calendars")).containsKey(name)) {
                fault(
                    "agreements." + agreement + ".calendars",
                    "Expected the calendar '%s', but there is none".formatted(name));
              }
            });
  }

  private void agreement(String agreement, Map<String, Object> terms) {
    List<String> named =
        ((Map<?, ?>) terms.get("calendars")).keySet().stream().map(Object::toString).toList();
    known(
        "agreements." + agreement + ".calendars",
        "calendar",
        named,
        declaration.calendars().keySet());
  }

  private boolean faultsAt(String path) {
    return faults.stream()
        .anyMatch(fault -> fault.where() != null && fault.where().startsWith(path));
  }

  private void redecide() {
    Declaration.ReadingRule redecide = declaration.readings().get("severity.redecide");
    known(
        "readings.severity.redecide",
        "reading",
        redecide == null ? List.of() : List.of(redecide.value()),
        List.of("on-workaround", "frozen"));
  }

  private Collection<String> kinds() {
    return declaration.kinds().keySet();
  }

  private void known(
      String path, String sort, Collection<String> codes, Collection<String> declared) {
    for (String code : codes) {
      if (!declared.contains(code)) {
        fault(
            path,
            "Expected a %s that the pack declares, but found %s".formatted(sort, Echo.of(code)));
      }
    }
  }

  private void fault(String where, String reason) {
    faults.add(new Fault(file, where, reason));
  }
}
