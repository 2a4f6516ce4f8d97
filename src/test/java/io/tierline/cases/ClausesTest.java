package io.tierline.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.tierline.policy.PackFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * {@code docs/clauses.md} is made from the packs and their cases; {@code -Dclauses=write} writes it
 * anew. Writes {@code target/clause-coverage.md}, with the cases' names.
 */
class ClausesTest {

  private static final Path PAGE = Path.of("docs", "clauses.md");
  private static final Pattern CLAUSE = Pattern.compile("\\b[A-Z]{2}-\\d{3}\\b");
  private static final Pattern COMMENT = Pattern.compile("(?m)^\\s*#.*$");
  private static final List<Clause> REGISTER = Clause.register();
  private static final ClauseCoverage COVERAGE = new ClauseCoverage();
  private static final String HEAD =
      """
      # Clauses

      Every clause of the vendors' documents, and how far it is kept. Generated, so don't edit it:
      `./mvnw test -Dtest=ClausesTest -Dclauses=write`; what is proven is looked for by
      `./mvnw test -Dtest=PackProofs`, before.

      """;

  @BeforeAll
  static void cover() {
    PackFolder packs = new PackFolder(Path.of(""));
    for (String pack : CaseFolders.packs()) {
      PackFiles files = packs.files(pack);
      PackCases cases = PackCases.of(pack, files);
      named(files).forEach(COVERAGE::name);
      cases.green().stream().mapToObj(cases::get).forEach(COVERAGE::show);
      Proven.again(pack, files, cases).forEach(COVERAGE::prove);
    }
  }

  @Test
  void shouldStandInTheDocumentation() throws IOException {
    String page = HEAD + COVERAGE.page(REGISTER);
    if ("write".equals(System.getProperty("clauses"))) {
      Files.writeString(PAGE, page);
    }
    Files.createDirectories(Path.of("target"));
    Files.writeString(
        Path.of("target", "clause-coverage.md"),
        page + "\n## Cases\n\n" + COVERAGE.details(REGISTER));
    assertThat(Files.readString(PAGE))
        .as("%s is stale: write it anew by ./mvnw test -Dtest=ClausesTest -Dclauses=write", PAGE)
        .isEqualTo(page);
  }

  @Test
  void shouldKnowEveryClauseThatIsNamed() {
    assertThat(REGISTER).hasSize(444);
    assertThat(REGISTER.stream().map(Clause::id)).containsAll(COVERAGE.known());
  }

  /** Clauses in the files of a pack, but for comments. */
  private static List<String> named(PackFiles files) {
    String text =
        files.files().values().stream()
            .map(one -> COMMENT.matcher(one).replaceAll(""))
            .collect(Collectors.joining("\n"));
    Stream<MatchResult> found = CLAUSE.matcher(text).results();
    return found.map(MatchResult::group).distinct().toList();
  }
}
