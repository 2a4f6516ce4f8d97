package io.tierline.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.tierline.cases.MutationRun.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;

/**
 * How much of a pack its cases notice: each number, row, cell, flag and item of a list is changed,
 * one at a time. By hand: {@code ./mvnw test -Dtest=PackMutations -Dpack=safr}, every pack without
 * {@code -Dpack}, {@code -Dthreads=4} if there are cores. Writes {@code target/mutation/<pack>.md}.
 */
class PackMutations {

  @Test
  void shouldBeNoticed() throws Exception {
    String only = System.getProperty("pack");
    for (String pack : only == null ? CaseFolders.packs() : List.of(only.split(","))) {
      MutationReport report = report(pack);
      write(report);
      assertThat(report.wrongReasons()).as("reasons that don't hold").isEmpty();
    }
  }

  static MutationReport report(String pack) throws InterruptedException, ExecutionException {
    Instant begin = Instant.now();
    PackCases cases = PackCases.remembering(pack, new PackFolder(Path.of("")).files(pack));
    assertThat(cases.red()).as("cases that are red without any change").isEmpty();
    MutationRun run = new MutationRun(cases);
    List<Mutant> mutants = MutationRun.mutants(cases.files());
    try (ForkJoinPool threads = new ForkJoinPool(Integer.getInteger("threads", 1))) {
      List<Outcome> outcomes =
          threads.submit(() -> mutants.parallelStream().map(run::outcome).toList()).get();
      MutationReport report = new MutationReport(pack, outcomes);
      Duration took = Duration.between(begin, Instant.now());
      System.out.println(report.summary() + ", in " + took.toSeconds() + " s");
      return report;
    }
  }

  static void write(MutationReport report) throws IOException {
    Path page = Path.of("target", "mutation", report.pack() + ".md");
    Files.createDirectories(page.getParent());
    Files.writeString(page, report.page());
    System.out.println("Survivors: " + page);
  }
}
