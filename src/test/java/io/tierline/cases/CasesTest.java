package io.tierline.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.tierline.cases.CaseFile.Case;
import io.tierline.policy.Pack;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every case of every pack, and those of the judge itself, at the pure level. {@code -Dcases=DIR}
 * runs the files of one more folder, {@code -Dpack=NAME} only what concerns one pack.
 */
class CasesTest {

  private static final PackFolder PACKS = new PackFolder(Path.of(""));
  private static final Map<String, Pack> COMPILED = new TreeMap<>();
  private static final Map<Map<String, String>, Pack> OTHERWISE = latest(4);
  private static final @Nullable String ONLY = System.getProperty("pack");

  @TestFactory
  Stream<DynamicNode> shouldHold() throws IOException {
    Stream<CaseFile> own =
        CaseFolders.yaml(Path.of("src/test/resources/cases")).map(CaseFile::read);
    return Stream.concat(CaseFolders.files(), own).flatMap(CasesTest::tests);
  }

  @Test
  void shouldCompileEveryPack() throws IOException {
    for (String pack : ONLY == null ? CaseFolders.packs() : List.of(ONLY)) {
      assertThat(pack(pack).id()).isEqualTo(pack);
    }
  }

  private static Stream<DynamicNode> tests(CaseFile file) {
    return file.cases().stream()
        .filter(example -> ONLY == null || ONLY.equals(example.pack()))
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
            : otherwise(example.pack(), readings);
    assertThat(PureRun.run(pack, example, CaseFolders.agreement(example))).isEmpty();
  }

  /** The ways of a case, and often its neighbours, have the same readings. */
  private static Pack otherwise(String id, Map<String, String> readings) {
    Map<String, String> key = new TreeMap<>(readings);
    key.put("pack", id);
    return OTHERWISE.computeIfAbsent(key, none -> PACKS.pack(id, readings));
  }

  /** Few, for a compiled pack is large. */
  private static Map<Map<String, String>, Pack> latest(int most) {
    return new LinkedHashMap<>(most, 1, true) {
      @Override
      protected boolean removeEldestEntry(Map.Entry<Map<String, String>, Pack> eldest) {
        return size() > most;
      }
    };
  }

  private static Pack pack(String id) {
    return COMPILED.computeIfAbsent(id, PACKS::pack);
  }
}
