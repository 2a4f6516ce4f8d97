package io.tierline.policy;

import io.tierline.policy.Declaration.Tier;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The tiers of a pack, lowest first. */
record Ladder(List<Tier> tiers) {

  static Ladder of(Collection<Tier> tiers) {
    return new Ladder(List.copyOf(tiers));
  }

  Tier first() {
    return tiers.getFirst();
  }

  Optional<Tier> tier(@Nullable String code) {
    return tiers.stream().filter(tier -> tier.code().equals(code)).findFirst();
  }

  /** The next tier up; empty at the top. */
  Optional<Tier> above(Tier tier) {
    int next = tiers.indexOf(tier) + 1;
    return next < tiers.size() ? Optional.of(tiers.get(next)) : Optional.empty();
  }

  /** The lowest tier of the vendor. */
  Optional<Tier> vendor() {
    return tiers.stream().filter(Tier::vendor).findFirst();
  }

  /** Where a ticket goes that is handed back: the reseller's highest tier, or else one down. */
  Tier handedBackFrom(Tier tier) {
    return tiers.reversed().stream()
        .filter(candidate -> !candidate.vendor())
        .findFirst()
        .orElseGet(() -> tiers.get(Math.max(0, tiers.indexOf(tier) - 1)));
  }

  /** Whether a tier's scope reaches up to another. */
  boolean reaches(@Nullable String scope, Tier tier) {
    return tier(scope).map(found -> tiers.indexOf(found) >= tiers.indexOf(tier)).orElse(false);
  }
}
