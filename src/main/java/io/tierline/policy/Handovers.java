package io.tierline.policy;

import io.tierline.policy.Declaration.Tier;
import io.tierline.timeline.Actor;
import io.tierline.timeline.Entry;
import io.tierline.timeline.Kinds;
import io.tierline.timeline.Role;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which tier has a ticket, and what the next handover to the vendor lacks. */
final class Handovers {

  private static final Set<Role> INSIDE = Set.of(Role.AGENT, Role.INCIDENT_MANAGER);

  private final Ladder ladder;
  private final Decisions decisions;
  private final Map<String, Object> values;

  private @Nullable Tier tier;
  private boolean asked;
  private boolean bounced;
  private Map<String, Why> missing = Map.of();
  private @Nullable Answer scope;

  Handovers(Ladder ladder, Decisions decisions, Map<String, Object> values) {
    this.ladder = ladder;
    this.decisions = decisions;
    this.values = values;
    values.put("target", ladder.first().code());
  }

  /** The tier in charge; null before anything was opened. */
  @Nullable Tier tier() {
    return tier;
  }

  /** The fields that the next handover to the vendor lacks, each with its ground. */
  Map<String, Why> missing() {
    return missing;
  }

  /** The tier that the problem belongs to by its nature. */
  Answer scope() {
    return scope != null ? scope : decisions.answer("tier", "tier", values);
  }

  /**
   * Takes an entry.
   *
   * @param mayOpen whether the actor of an opening may open at this point
   * @return the tiers that the ticket came into by it
   */
  List<String> take(Entry entry, boolean mayOpen) {
    List<String> entered = new ArrayList<>();
    bounced = false;
    switch (entry.kind()) {
      case Kinds.OPENED -> open(entry, mayOpen, entered);
      case Kinds.ESCALATED -> escalate(entry, entered);
      case Kinds.RETURNED -> handBack(entry, entered);
      default -> {
        return List.of();
      }
    }
    return entered;
  }

  private void open(Entry entry, boolean mayOpen, List<String> entered) {
    Optional<Tier> opener = ladder.tier(entry.by().tier());
    enter(opener.orElse(ladder.first()), entered);
    if (opener.isPresent() && opener.get().handsOver()) {
      ladder
          .above(opener.get())
          .filter(target -> ladder.reaches(decideScope(), target))
          .ifPresent(target -> ask(target, entered));
    }
    if (entry.by().role() == Role.CUSTOMER && mayOpen) {
      ladder.vendor().ifPresent(target -> ask(target, entered));
    }
  }

  private void escalate(Entry entry, List<String> entered) {
    if (tier != null) {
      named(entry).or(() -> ladder.above(tier)).ifPresent(target -> ask(target, entered));
    }
  }

  /** The tier that the entry names: what is beside the next one up, or back inside a side. */
  private Optional<Tier> named(Entry entry) {
    return entry.data().get("to") instanceof String to
        ? ladder.tier(to).filter(target -> addressed(target, entry.by().role()))
        : Optional.empty();
  }

  /** Nobody addresses what stands behind the vendor's first tier from outside. */
  private boolean addressed(Tier target, Role by) {
    return !target.vendor()
        || INSIDE.contains(by)
        || ladder.vendor().filter(target::equals).isPresent();
  }

  private void handBack(Entry entry, List<String> entered) {
    if (tier != null && tier.vendor() && entry.by().role() == Role.AGENT) {
      Tier standing = tier;
      Tier back =
          named(entry)
              .filter(target -> !ladder.reaches(target.code(), standing))
              .orElse(ladder.handedBackFrom(tier));
      enter(back, entered);
      asked = !back.vendor();
    }
  }

  /** A reseller's tier takes whatever comes; a vendor's only what is in its scope and complete. */
  private void ask(Tier target, List<String> entered) {
    asked = true;
    boolean granted =
        !target.vendor()
            || (ladder.reaches(decideScope(), target)
                && lacking(target).isEmpty()
                && decisions.decides("handover", values));
    bounced = !granted;
    if (granted) {
      enter(target, entered);
    }
  }

  /** Whether the entry taken last asked for a handover that is not granted. */
  boolean bounced() {
    return bounced;
  }

  /**
   * What the rules see of a handover that is not granted. It is made here, by this pack, for the
   * bounce on record was made by the pack that was in force then.
   */
  static Entry bounce(Entry asked) {
    return new Entry(
        asked.seq(),
        asked.at(),
        asked.recordedAt(),
        Actor.system(),
        Kinds.RETURNED,
        asked.visibility(),
        Map.of());
  }

  private void enter(Tier next, List<String> entered) {
    if (next.equals(tier)) {
      return;
    }
    tier = next;
    asked = false;
    entered.add(next.code());
    values.put("tier", next.code());
  }

  private @Nullable String decideScope() {
    return decisions.answer("tier", "tier", values).value();
  }

  private Map<String, Why> lacking(Tier target) {
    values.put("target", target.code());
    Map<String, Why> lacking = new LinkedHashMap<>();
    decisions
        .all("handover", values)
        .forEach(match -> lacking.putIfAbsent(match.code("missing"), match.why()));
    return lacking;
  }

  /** Works out what is missing now that all entries are read. */
  void arrive() {
    if (tier == null) {
      return;
    }
    Tier standing = tier;
    scope = decisions.answer("tier", "tier", values);
    values.put("scope", scope.value() == null ? Inputs.NONE : scope.value());
    Optional<Tier> vendor = ladder.vendor();
    boolean next =
        vendor.isPresent()
            && !standing.vendor()
            && (asked
                || (below(standing, vendor.get()) && ladder.reaches(scope.value(), vendor.get())));
    missing = next ? lacking(vendor.get()) : Map.of();
    values.put("target", ladder.above(standing).orElse(standing).code());
    values.put("complete", missing.isEmpty());
  }

  private boolean below(Tier standing, Tier vendor) {
    return ladder.above(standing).map(vendor::equals).orElse(false);
  }
}
