package io.tierline.policy;

import io.tierline.policy.Declaration.Tier;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Who speaks as a tier must be able to: it is the vendor's, and one that speaks as itself. */
record FaceCheck(Declaration declaration) {

  /** Who may know every tier. */
  private static final List<String> INSIDE = List.of("vendor", "incident-managers", "pagers");

  /** The reasons by the path of what is wrong. */
  Map<String, String> faults() {
    Map<String, String> faults = new LinkedHashMap<>();
    boolean hidden = false;
    for (Tier tier : declaration.tiers().values()) {
      if (tier.speaksAs() != null) {
        hidden = true;
        Tier face = declaration.tiers().get(tier.speaksAs());
        if (!tier.vendor() || face == null || !face.vendor() || face.speaksAs() != null) {
          faults.put(
              "tiers." + tier.code() + ".speaks-as",
              "Expected a tier of the vendor to speak as another of its tiers that speaks as itself,"
                  + " but found "
                  + Echo.of(tier.speaksAs()));
        }
      }
    }
    if (hidden) {
      Map<String, Set<String>> naming = Faces.naming(declaration);
      declaration
          .notices()
          .forEach(notice -> notice(notice, naming.getOrDefault(notice.on(), Set.of()), faults));
    }
    return faults;
  }

  /** A mail has one wording for all whom it goes to. */
  private static void notice(
      Vocabulary.Notice notice, Set<String> naming, Map<String, String> faults) {
    if (INSIDE.containsAll(notice.to())) {
      return;
    }
    Stream.concat(Stream.of("tier"), naming.stream().sorted())
        .filter(name -> names(notice, name))
        .forEach(
            name ->
                faults.put(
                    "notices",
                    "Expected no '{%s}' in what is sent to %s on '%s', for tiers speak as another, but found it"
                        .formatted(name, notice.to(), notice.on())));
  }

  private static boolean names(Vocabulary.Notice notice, String name) {
    return Stream.concat(notice.subject().values().stream(), notice.body().values().stream())
        .anyMatch(text -> text.contains("{" + name + "}") || text.contains("{" + name + ":"));
  }
}
