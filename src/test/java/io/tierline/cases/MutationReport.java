package io.tierline.cases;

import io.tierline.cases.MutationRun.Fate;
import io.tierline.cases.MutationRun.Outcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * What became of a pack's mutants, in words. {@code src/test/resources/mutation/<pack>.yaml} may
 * say why some can't be noticed: a list of {@code {reason: ..., paths: [...]}}.
 */
record MutationReport(String pack, List<Outcome> outcomes) {

  private static final Path REASONS = Path.of("src", "test", "resources", "mutation");

  /** Reasons whose mutant is gone, or noticed meanwhile. */
  List<String> wrongReasons() {
    Map<String, Fate> fates = new LinkedHashMap<>();
    outcomes.forEach(one -> fates.put(one.mutant().path(), one.fate()));
    return reasons().keySet().stream()
        .filter(path -> fates.get(path) != Fate.SURVIVED)
        .map(path -> path + " is " + fates.get(path))
        .toList();
  }

  /** Survivors without a reason. */
  List<Outcome> survivors() {
    Map<String, String> reasons = reasons();
    return outcomes.stream()
        .filter(one -> one.fate() == Fate.SURVIVED)
        .filter(one -> !reasons.containsKey(one.mutant().path()))
        .toList();
  }

  /** The share and the figures in one line. */
  String summary() {
    Map<Fate, Long> count =
        outcomes.stream().collect(Collectors.groupingBy(Outcome::fate, Collectors.counting()));
    long refused = count.getOrDefault(Fate.REFUSED, 0L);
    long killed = count.getOrDefault(Fate.KILLED, 0L);
    long survived = survivors().size();
    long excused = count.getOrDefault(Fate.SURVIVED, 0L) - survived;
    return "%s: %.1f %% of %d mutants noticed (%d refused, %d killed), %d survived, %d excused; %d that change nothing left out"
        .formatted(
            pack,
            100.0 * (refused + killed) / Math.max(1, refused + killed + survived + excused),
            refused + killed + survived + excused,
            refused,
            killed,
            survived,
            excused,
            count.getOrDefault(Fate.EQUAL, 0L));
  }

  /** The page: figures by file and part, then the survivors. */
  String page() {
    StringBuilder text =
        new StringBuilder("# Mutants of `%s`%n%n%s.%n%n".formatted(pack, summary()));
    text.append("| Part | Refused | Killed | Survived |\n|---|---|---|---|\n");
    outcomes.stream()
        .collect(
            Collectors.groupingBy(MutationReport::part, LinkedHashMap::new, Collectors.toList()))
        .forEach((part, of) -> text.append(row(part, of)));
    text.append("\n## Survivors\n");
    survivors().stream()
        .collect(
            Collectors.groupingBy(MutationReport::part, LinkedHashMap::new, Collectors.toList()))
        .forEach(
            (part, of) -> {
              text.append("%n### %s%n%n".formatted(part));
              of.forEach(one -> text.append(line(one)));
            });
    return text.toString();
  }

  private static String row(String part, List<Outcome> of) {
    List<String> counts = new ArrayList<>();
    for (Fate fate : List.of(Fate.REFUSED, Fate.KILLED, Fate.SURVIVED)) {
      counts.add(String.valueOf(of.stream().filter(one -> one.fate() == fate).count()));
    }
    return "| %s | %s |%n".formatted(part, String.join(" | ", counts));
  }

  private static String line(Outcome one) {
    String clauses = one.mutant().clauses().isEmpty() ? "" : " " + one.mutant().clauses();
    return "- `%s: %s`%s%n".formatted(one.mutant().place(), one.mutant().change(), clauses);
  }

  private static String part(Outcome one) {
    Mutant mutant = one.mutant();
    return mutant.ofTable()
        ? mutant.decision() + (mutant.ofCondition() ? ", conditions" : ", rows and answers")
        : "policy.yaml, " + mutant.place().split("[.\\[]")[0];
  }

  private Map<String, String> reasons() {
    Path file = REASONS.resolve(pack + ".yaml");
    Map<String, String> reasons = new LinkedHashMap<>();
    if (Files.exists(file)) {
      for (JsonNode one : new YAMLMapper().readTree(file)) {
        String reason = one.get("reason").asString();
        one.get("paths").forEach(path -> reasons.put(path.asString(), reason));
      }
    }
    return reasons;
  }
}
