package io.tierline.policy;

import io.tierline.policy.Declaration.Tier;
import io.tierline.policy.WhoseTime.Turn;
import io.tierline.timeline.Actor;
import io.tierline.timeline.Role;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What those outside the vendor see of its tiers: one that speaks as another looks like it, and
 * nobody of it has a name.
 */
public final class Faces {

  /** Every tier as it is. */
  public static final Faces BARE = new Faces(Map.of(), Map.of(), Map.of());

  private final Map<String, String> faces;
  private final Map<String, String> groups;

  /** By kind: the data that name a tier. */
  private final Map<String, Set<String>> naming;

  private Faces(
      Map<String, String> faces, Map<String, String> groups, Map<String, Set<String>> naming) {
    this.faces = faces;
    this.groups = groups;
    this.naming = naming;
  }

  static Faces of(Declaration declaration) {
    Map<String, String> faces = new LinkedHashMap<>();
    Map<String, String> groups = new LinkedHashMap<>();
    for (Tier tier : declaration.tiers().values()) {
      if (tier.speaksAs() != null) {
        faces.put(tier.code(), tier.speaksAs());
        groups.put(tier.code(), declaration.tiers().get(tier.speaksAs()).group());
      }
    }
    return faces.isEmpty()
        ? BARE
        : new Faces(Map.copyOf(faces), Map.copyOf(groups), naming(declaration));
  }

  /** By kind: the data that name a tier. */
  static Map<String, Set<String>> naming(Declaration declaration) {
    Map<String, Set<String>> naming = new LinkedHashMap<>();
    declaration
        .kinds()
        .forEach(
            (kind, declared) ->
                naming.put(
                    kind,
                    declared.data().values().stream()
                        .filter(field -> field.type() == FieldType.TIER)
                        .map(Declaration.Field::name)
                        .collect(Collectors.toUnmodifiableSet())));
    return naming;
  }

  /** Whether a tier is one that nobody outside knows of. */
  boolean hides(@Nullable String tier) {
    return tier != null && faces.containsKey(tier);
  }

  /** The tier as which a tier is seen. */
  @Nullable String tier(@Nullable String tier) {
    return tier == null ? null : faces.getOrDefault(tier, tier);
  }

  /** An actor's code, such as {@code agent/L1}, as it is seen. */
  String actor(String code) {
    String[] parts = code.split("/", 2);
    return parts.length == 2 && parts[0].equals(Role.AGENT.code())
        ? parts[0] + "/" + tier(parts[1])
        : code;
  }

  /** Somebody as they are seen: of a tier behind another one there is only the organisation. */
  public Actor actor(Actor by) {
    return by.role() == Role.AGENT && hides(by.tier())
        ? new Actor(by.role(), tier(by.tier()), by.org(), null, null)
        : by;
  }

  /** An entry's data as they are seen: tiers are all that they can give away. */
  public Map<String, Object> data(String kind, Map<String, Object> data) {
    Map<String, Object> seen = new LinkedHashMap<>(data);
    naming.getOrDefault(kind, Set.of()).forEach(key -> seen.computeIfPresent(key, this::tier));
    return seen;
  }

  private Object tier(String key, Object value) {
    return value instanceof String code ? faces.getOrDefault(code, code) : value;
  }

  /** A value of an input of tables as it is seen. */
  String value(String input, String value) {
    return switch (input) {
      case "tier", "target", "scope" -> faces.getOrDefault(value, value);
      case "actor" -> actor(value);
      default -> value;
    };
  }

  /** A judgement as it is seen. */
  public Judgement judgement(Judgement judged) {
    if (faces.isEmpty()) {
      return judged;
    }
    return with(
        judged,
        tier(judged.tier()),
        hides(judged.tier()) ? groups.get(judged.tier()) : judged.group(),
        tier(judged.scope().value()),
        allowed(judged.allowed()),
        judged.closure().stream().map(this::ground).toList());
  }

  /** A judgement as it may be seen where nobody can tell which tiers are hidden. */
  public static Judgement withoutTiers(Judgement judged) {
    return with(judged, null, null, null, Map.of(), List.of());
  }

  private static Judgement with(
      Judgement judged,
      @Nullable String tier,
      @Nullable String group,
      @Nullable String scope,
      Map<String, List<String>> allowed,
      List<Ground> closure) {
    return new Judgement(
        judged.status(),
        judged.type(),
        judged.severity(),
        tier,
        group,
        judged.side(),
        judged.turn(),
        judged.missing(),
        judged.missingWhy(),
        new Answer(scope, judged.scope().why()),
        judged.assessments(),
        judged.clocks(),
        allowed,
        closure,
        judged.callouts(),
        judged.nextChangeAt(),
        judged.by());
  }

  private Map<String, List<String>> allowed(Map<String, List<String>> allowed) {
    return allowed.entrySet().stream()
        .filter(one -> actor(one.getKey()).equals(one.getKey()))
        .collect(
            Collectors.toMap(
                Map.Entry::getKey, Map.Entry::getValue, (one, two) -> one, LinkedHashMap::new));
  }

  private Ground ground(Ground ground) {
    List<String> by = ground.by().stream().map(this::actor).distinct().toList();
    return new Ground(ground.ground(), ground.holds(), ground.why(), by);
  }

  /** Whose time it was, as it is seen: what went on behind one tier is one turn of it. */
  public WhoseTime whoseTime(WhoseTime told) {
    if (faces.isEmpty()) {
      return told;
    }
    List<Turn> turns = new ArrayList<>();
    for (Turn turn : told.turns()) {
      Turn next = seen(turn);
      if (turns.isEmpty() || !continues(turns.getLast(), next)) {
        turns.add(next);
      } else {
        turns.add(joined(turns.removeLast(), next));
      }
    }
    return new WhoseTime(told.from(), told.to(), told.whole(), told.shares(), List.copyOf(turns));
  }

  private Turn seen(Turn turn) {
    return new Turn(
        turn.from(),
        turn.to(),
        turn.party(),
        faces.getOrDefault(turn.tier(), turn.tier()),
        turn.time(),
        turn.closed(),
        hides(turn.tier()) ? null : turn.calendar(),
        turn.reason());
  }

  private static boolean continues(Turn one, Turn next) {
    return one.party().equals(next.party()) && one.tier().equals(next.tier());
  }

  private static Turn joined(Turn one, Turn next) {
    return new Turn(
        one.from(),
        next.to(),
        one.party(),
        one.tier(),
        Duration.parse(one.time()).plus(Duration.parse(next.time())).toString(),
        Duration.parse(one.closed()).plus(Duration.parse(next.closed())).toString(),
        one.calendar() == null ? next.calendar() : one.calendar(),
        one.reason() == null ? next.reason() : one.reason());
  }
}
