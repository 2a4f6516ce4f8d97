package io.tierline.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.tierline.cases.CaseFile.Case;
import io.tierline.policy.Pack;
import io.tierline.policy.PackFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every case of every pack, and those of the judge itself, at the pure level. {@code -Dcases=DIR}
 * runs the files of one more folder. Writes {@code target/clause-coverage.md}.
 */
class CasesTest {

  private static final PackFolder PACKS = new PackFolder(Path.of(""));
  private static final Pattern CLAUSE = Pattern.compile("\\b[A-Z]{2}-\\d{3}\\b");
  private static final Map<String, Pack> COMPILED = new TreeMap<>();
  private static final ClauseCoverage COVERAGE = new ClauseCoverage();

  @TestFactory
  Stream<DynamicNode> shouldHold() throws IOException {
    Stream<CaseFile> own =
        CaseFolders.yaml(Path.of("src/test/resources/cases")).map(CaseFile::read);
    return Stream.concat(CaseFolders.files(), own).flatMap(CasesTest::tests);
  }

  @Test
  void shouldCompileEveryPack() throws IOException {
    for (String pack : CaseFolders.packs()) {
      assertThat(pack(pack).id()).isEqualTo(pack);
    }
  }

  private static Stream<DynamicNode> tests(CaseFile file) {
    return file.cases().stream()
        .map(
            example ->
                DynamicTest.dynamicTest(
                    file.path().getFileName() + ": " + example.name(), () -> holds(example)));
  }

  private static void holds(Case example) {
    Map<String, String> readings = example.readings();
    Pack pack =
        readings == null || readings.isEmpty()
            ? pack(example.pack())
            : PACKS.pack(example.pack(), readings);
    String agreement =
        example.agreement() == null
            ? CaseFolders.firstAgreement(example.pack())
            : example.agreement();
    assertThat(PureRun.run(pack, example, agreement)).isEmpty();
    COVERAGE.prove(example);
  }

  @AfterAll
  static void writeCoverage() throws IOException {
    SortedSet<String> named = new TreeSet<>();
    for (String pack : CaseFolders.packs()) {
      PackFiles files = PACKS.files(pack);
      files.files().values().forEach(text -> clauses(text, named));
    }
    COVERAGE.write(Path.of("target", "clause-coverage.md"), named);
  }

  private static void clauses(String text, SortedSet<String> named) {
    Matcher matcher = CLAUSE.matcher(text);
    while (matcher.find()) {
      named.add(matcher.group());
    }
  }

  private static Pack pack(String id) {
    return COMPILED.computeIfAbsent(id, PACKS::pack);
  }
}
