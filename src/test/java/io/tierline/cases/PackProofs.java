package io.tierline.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Which clauses are proven, without the share of mutants that is noticed: minutes instead of hours.
 * By hand: {@code ./mvnw test -Dtest=PackProofs -Dpack=safr}, every pack without {@code -Dpack}.
 * Writes into {@code src/test/resources/mutation}.
 */
class PackProofs {

  @Test
  void shouldBeFound() throws Exception {
    String only = System.getProperty("pack");
    for (String pack : only == null ? CaseFolders.packs() : List.of(only.split(","))) {
      Instant begin = Instant.now();
      PackCases cases = PackCases.remembering(pack, new PackFolder(Path.of("")).files(pack));
      assertThat(cases.red()).as("cases that are red without any change").isEmpty();
      List<Proven> proofs = new MutationRun(cases).proofs();
      Proven.write(pack, proofs);
      System.out.printf(
          "%s: %d clauses are proven, in %d s%n",
          pack, proofs.size(), Duration.between(begin, Instant.now()).toSeconds());
    }
  }
}
