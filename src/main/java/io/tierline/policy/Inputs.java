package io.tierline.policy;

import io.tierline.policy.Declaration.Field;
import io.tierline.policy.Declaration.State;
import io.tierline.time.Unit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/** What the tables of a pack may ask about: an input by name, with the values it can take. */
final class Inputs {

  static final List<String> STATUSES = List.of("new", "open", "solved", "closed");
  static final String NONE = "none";
  static final String THIRD_PARTY = "third-party";

  /** How a contract reaches the vendor; the first where terms say nothing. */
  static final List<String> ROUTES = List.of("partner", "direct");

  /** Says that a time is in the contract, by clock and severity, and not in the table. */
  static final String CONTRACT = "contract";

  /** How a clock stands, for tables that are asked when all clocks are read. */
  static final List<String> RUNS = List.of(NONE, "running", "over", "unknown");

  static final long MOST = 100_000;
  private static final String TWICE =
      "Expected a name that means one thing to tables, but found several";
  private static final List<String> VERDICTS = List.of("allow", "role", "state");

  private final Map<String, Domain> domains = new LinkedHashMap<>();
  private final Map<String, Object> absent = new HashMap<>();
  private final Set<String> taken = new HashSet<>();

  private Inputs() {}

  static Inputs of(Declaration declaration, List<Fault> faults) {
    Inputs inputs = new Inputs();
    inputs.computed(declaration);
    Map<String, Domain> declared = new LinkedHashMap<>();
    declaration.fields().values().forEach(field -> declared.put(field.name(), domain(field)));
    declaration
        .facts()
        .moments()
        .values()
        .forEach(fact -> declared.put(fact.flag(), new Domain.Flag()));
    declaration.states().forEach((name, state) -> declared.put(name, domain(state)));
    further(
        declaration,
        (name, domain) -> {
          boolean named = Demands.LATER_INPUTS.containsKey(name);
          if (named || declared.putIfAbsent(name, domain) != null) {
            faults.add(new Fault(file(declaration.pack()), name, TWICE));
          }
        });
    declared.forEach(
        (name, domain) -> {
          if (Demands.LATER_INPUTS.containsKey(name)) {
            inputs.domains.put(name, domain);
            inputs.taken.add(name);
          } else if (inputs.domains.putIfAbsent(name, domain) != null) {
            faults.add(
                new Fault(
                    file(declaration.pack()),
                    name,
                    "Expected a name that the judge does not use itself, but found '%s'"
                        .formatted(name)));
          }
        });
    inputs.absent(declaration);
    return inputs;
  }

  static String file(String pack) {
    return "rules/" + pack + "/policy.yaml";
  }

  Optional<Domain> domain(String input) {
    return Optional.ofNullable(domains.get(input));
  }

  /** Whether it is a field of the pack's own, made before tables could ask the judge for it. */
  boolean taken(String input) {
    return taken.contains(input);
  }

  /** The values that tables see before anything happened. */
  Map<String, Object> absent() {
    return new HashMap<>(absent);
  }

  private void computed(Declaration declaration) {
    List<String> tiers = List.copyOf(declaration.tiers().keySet());
    codes("type", declaration.types().keySet());
    codes("kind", declaration.kinds().keySet());
    codes("actor", Actors.of(declaration));
    codes("status", STATUSES);
    codes("tier", with(tiers, NONE));
    codes("target", tiers);
    codes("scope", with(tiers, NONE));
    codes("turn", List.of("vendor", "reseller", "customer", THIRD_PARTY, NONE));
    codes("severity", declaration.severities().keySet());
    codes("clock", declaration.clocks().keySet());
    codes("ground", declaration.grounds().keySet());
    codes("route", ROUTES);
    codes(
        "reminder",
        with(
            declaration.clocks().values().stream()
                .flatMap(clock -> clock.reminders().stream())
                .map(Declaration.ReminderRule::name)
                .distinct()
                .toList(),
            NONE));
    flags("complete", "open", "breached");
    answers(declaration);
  }

  /** What tables answer, so that their output cells can be checked too. */
  private void answers(Declaration declaration) {
    codes("callout", declaration.callouts().keySet());
    codes("calendar", declaration.calendars().keySet());
    codes("missing", declaration.fields().keySet());
    codes("verdict", VERDICTS);
    List<String> units = with(Arrays.stream(Unit.values()).map(Unit::code).toList(), NONE);
    codes("unit", with(units, CONTRACT));
    flags("holds");
    domains.put("amount", new Domain.Whole(0, MOST));
  }

  private void flags(String... names) {
    for (String name : names) {
      domains.put(name, new Domain.Flag());
    }
  }

  private void codes(String name, Iterable<String> values) {
    List<String> codes = new ArrayList<>();
    values.forEach(codes::add);
    domains.put(name, new Domain.Codes(List.copyOf(codes)));
  }

  private void absent(Declaration declaration) {
    declaration.fields().values().forEach(this::absent);
    declaration.opening().values().forEach(this::absent);
    declaration.facts().registers().values().forEach(this::absent);
    declaration.facts().moments().values().forEach(fact -> absent.put(fact.flag(), false));
    declaration.facts().measures().values().forEach(fact -> absent.put(fact.flag(), false));
    declaration.readings().values().stream()
        .filter(reading -> reading.input() != null)
        .forEach(reading -> absent.put(reading.input(), reading.value()));
    declaration.states().forEach((name, state) -> absent.put(name, state.absent()));
    declaration.types().keySet().stream().findFirst().ifPresent(type -> absent.put("type", type));
    absent.put("status", "new");
    absent.put("tier", NONE);
    absent.put("scope", NONE);
    absent.put("turn", NONE);
    absent.putIfAbsent("route", ROUTES.getFirst());
    absent.put("complete", true);
  }

  private void absent(Field field) {
    absent.put(
        field.name(),
        field.type() == FieldType.CODE && field.absent() != null ? field.absent() : Boolean.FALSE);
  }

  /** What packs could not declare from the beginning. */
  private static void further(Declaration declaration, BiConsumer<String, Domain> declare) {
    Declaration.Facts facts = declaration.facts();
    Stream.concat(declaration.opening().values().stream(), facts.registers().values().stream())
        .forEach(field -> declare.accept(field.name(), domain(field)));
    facts.measures().values().forEach(fact -> declare.accept(fact.flag(), new Domain.Flag()));
    declaration
        .assessments()
        .forEach((name, one) -> declare.accept(name, codes(one.values().keySet())));
    declaration.readings().values().stream()
        .filter(reading -> reading.input() != null)
        .forEach(reading -> declare.accept(reading.input(), domain(reading)));
    declaration.clocks().values().stream()
        .filter(clock -> clock.input() != null)
        .forEach(clock -> declare.accept(clock.input(), codes(RUNS)));
  }

  private static Domain codes(java.util.Collection<String> codes) {
    return new Domain.Codes(List.copyOf(codes));
  }

  /** Rows for every reading, so that choosing another can't open a hole. */
  private static Domain domain(Declaration.ReadingRule reading) {
    return codes(with(reading.alternatives(), reading.value()));
  }

  private static Domain domain(Field field) {
    return field.type() == FieldType.CODE
        ? new Domain.Codes(
            with(
                List.copyOf(field.values().keySet()),
                field.absent() == null
                    ? field.values().keySet().iterator().next()
                    : field.absent()))
        : new Domain.Flag();
  }

  private static Domain domain(State state) {
    return new Domain.Codes(with(List.copyOf(state.values().keySet()), state.absent()));
  }

  private static List<String> with(List<String> codes, String one) {
    Set<String> all = new LinkedHashSet<>();
    all.add(one);
    all.addAll(codes);
    return List.copyOf(all);
  }
}
