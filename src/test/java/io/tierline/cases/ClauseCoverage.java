package io.tierline.cases;

import io.tierline.cases.CaseFile.Case;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Which clauses are proven by which cases. */
final class ClauseCoverage {

  private final Map<String, List<String>> proven = new TreeMap<>();

  /** Takes a case that holds. */
  void prove(Case example) {
    for (String clause : example.clauses()) {
      proven.computeIfAbsent(clause, none -> new ArrayList<>()).add(example.name());
    }
  }

  /**
   * Writes the table.
   *
   * @param named every clause that a pack names, proven or not
   */
  void write(Path file, Iterable<String> named) throws IOException {
    Map<String, List<String>> rows = new TreeMap<>(proven);
    named.forEach(clause -> rows.putIfAbsent(clause, List.of()));
    StringBuilder text = new StringBuilder("# Clauses and the cases that prove them\n\n");
    text.append("%d of %d clauses proven.%n%n".formatted(proven.size(), rows.size()));
    text.append("| Clause | State | Cases |\n|---|---|---|\n");
    rows.forEach(
        (clause, cases) ->
            text.append(
                "| %s | %s | %s |%n"
                    .formatted(
                        clause, cases.isEmpty() ? "not yet" : "proven", String.join("; ", cases))));
    Files.createDirectories(file.getParent());
    Files.writeString(file, text.toString());
  }
}
