package io.tierline.policy;

import io.tierline.policy.Declaration.Tier;
import io.tierline.timeline.Role;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The actors of a pack as codes: the roles, those of a side with each of its tiers. */
final class Actors {

  private Actors() {}

  /** Every actor there is. */
  static List<String> of(Declaration declaration) {
    List<String> actors = new ArrayList<>();
    actors.add(Role.CUSTOMER.code());
    for (Tier tier : declaration.tiers().values()) {
      actors.add((tier.vendor() ? Role.AGENT : Role.RESELLER).code() + "/" + tier.code());
    }
    actors.add(Role.INCIDENT_MANAGER.code());
    actors.add(Role.MONITOR.code());
    actors.add(Role.SYSTEM.code());
    return List.copyOf(actors);
  }

  /** What a trigger may name: actors, and roles whatever their tier. */
  static List<String> codes(Declaration declaration) {
    List<String> codes = new ArrayList<>(of(declaration));
    Arrays.stream(Role.values()).map(Role::code).forEach(codes::add);
    return codes;
  }
}
