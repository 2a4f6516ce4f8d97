package io.tierline.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.tierline.policy.PackFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * {@code docs/clauses.md} is made from the packs and their cases; {@code -Dclauses=write} writes it
 * anew. Writes {@code target/clause-coverage.md}, with the cases' names. The clauses of a pack that
 * brings a document of its own, beside its {@code policy.yaml}, are held against that and count for
 * no vendor.
 */
class ClausesTest {

  private static final Path PAGE = Path.of("docs", "clauses.md");
  private static final Pattern CLAUSE = Pattern.compile("\\b[A-Z]{2}-\\d{3}\\b");
  private static final Pattern COMMENT = Pattern.compile("(?m)^\\s*#.*$");
  private static final Pattern TEST =
      Pattern.compile("@Clauses\\(([^)]*)\\).*?\\bvoid (\\w+)\\(", Pattern.DOTALL);
  private static final List<Clause> REGISTER = Clause.register();
  private static final ClauseCoverage COVERAGE = new ClauseCoverage();
  private static final String HEAD =
      """
      # Clauses

      Every clause of the vendors' documents, and how far it is kept. Generated, so don't edit it:
      `./mvnw test -Dtest=ClausesTest -Dclauses=write`; what is proven is looked for by
      `./mvnw test -Dtest=PackProofs`, before.

      """;

  private static final PackFolder PACKS = new PackFolder(Path.of(""));

  @BeforeAll
  static void cover() throws IOException {
    tests();
    for (String pack : CaseFolders.packs()) {
      if (Files.exists(document(pack))) {
        continue;
      }
      PackFiles files = PACKS.files(pack);
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

  /** All of them, and no others: neither pack nor cases know a clause that nobody wrote. */
  @Test
  void shouldKeepEveryClauseOfADocumentThatAPackBrings() throws IOException {
    Set<String> register = REGISTER.stream().map(Clause::id).collect(Collectors.toSet());
    for (String pack : CaseFolders.packs()) {
      if (Files.exists(document(pack))) {
        List<String> written = clauses(Files.readString(document(pack)));
        assertThat(written).as(pack).isNotEmpty().doesNotContainAnyElementsOf(register);
        assertThat(named(PACKS.files(pack))).as("named by %s", pack).isSubsetOf(written);
        assertThat(shown(pack)).as("shown by cases of %s", pack).hasSameElementsAs(written);
      }
    }
  }

  private static void tests() throws IOException {
    try (Stream<Path> sources = Files.walk(Path.of("src", "test", "java"))) {
      for (Path source : sources.filter(path -> path.toString().endsWith(".java")).toList()) {
        String type = source.getFileName().toString().replace(".java", "");
        TEST.matcher(Files.readString(source))
            .results()
            .forEach(
                test ->
                    clauses(test.group(1))
                        .forEach(clause -> COVERAGE.test(clause, type + "." + test.group(2))));
      }
    }
  }

  private static Path document(String pack) {
    return Path.of("rules", pack, "DOCUMENT.md");
  }

  private static Set<String> shown(String pack) {
    return CaseFolders.files()
        .flatMap(file -> file.cases().stream())
        .filter(example -> example.pack().equals(pack))
        .flatMap(example -> example.clauses().stream())
        .collect(Collectors.toSet());
  }

  /** Clauses in the files of a pack, but for comments and for what it brings to be read. */
  private static List<String> named(PackFiles files) {
    return clauses(
        files.files().entrySet().stream()
            .filter(file -> !file.getKey().endsWith(".md"))
            .map(file -> COMMENT.matcher(file.getValue()).replaceAll(""))
            .collect(Collectors.joining("\n")));
  }

  private static List<String> clauses(String text) {
    return CLAUSE.matcher(text).results().map(MatchResult::group).distinct().toList();
  }
}
