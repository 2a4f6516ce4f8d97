package io.tierline.cases;

import io.tierline.policy.PackFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which change of a row or value that names a clause turns which case red that names it too. {@link
 * PackProofs} looks for them and writes a line each; the build only tries again what is written,
 * and a line that isn't so any more counts for nothing.
 *
 * @param mutant its path
 * @param by the case's name
 */
record Proven(String clause, String mutant, String by) {

  private static final Path FOLDER = Path.of("src", "test", "resources", "mutation");

  /** What is written of a pack. */
  static List<Proven> read(String pack) {
    try (Stream<String> lines = Files.exists(file(pack)) ? Files.lines(file(pack)) : Stream.of()) {
      return lines
          .map(line -> line.split("\\t"))
          .map(cells -> new Proven(cells[0], cells[1], cells[2]))
          .toList();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  static void write(String pack, List<Proven> proven) throws IOException {
    Files.createDirectories(FOLDER);
    Files.write(
        file(pack),
        proven.stream().map(one -> String.join("\t", one.clause, one.mutant, one.by)).toList());
  }

  /** Those of a pack's lines that are still so. */
  static List<Proven> again(String pack, PackFiles files, PackCases cases) {
    Map<String, Mutant> mutants =
        MutationRun.mutants(files).stream()
            .collect(Collectors.toMap(Mutant::path, Function.identity(), (one, same) -> one));
    Map<String, List<Proven>> byMutant =
        read(pack).stream()
            .collect(
                Collectors.groupingBy(Proven::mutant, LinkedHashMap::new, Collectors.toList()));
    return byMutant.entrySet().parallelStream()
        .filter(proofs -> mutants.containsKey(proofs.getKey()))
        .flatMap(proofs -> again(mutants.get(proofs.getKey()), proofs.getValue(), cases))
        .toList();
  }

  private static Stream<Proven> again(Mutant mutant, List<Proven> proofs, PackCases cases) {
    Trial trial = new Trial(cases, mutant);
    return proofs.stream()
        .filter(one -> mutant.clauses().contains(one.clause()) && one.holds(trial, cases));
  }

  private boolean holds(Trial trial, PackCases cases) {
    int[] named =
        cases.green().stream()
            .filter(number -> cases.get(number).name().equals(by))
            .filter(number -> cases.get(number).clauses().contains(clause))
            .toArray();
    return named.length > 0 && !trial.isRefused() && trial.firstRed(named).isPresent();
  }

  private static Path file(String pack) {
    return FOLDER.resolve("proven-" + pack + ".tsv");
  }
}
