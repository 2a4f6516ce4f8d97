package io.tierline.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.tierline.cases.CaseFile.Case;
import io.tierline.policy.PackFiles;
import io.tierline.policy.PlainCompiler;
import io.tierline.policy.PlainPack;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Every other reading of an ambiguous clause that a pack offers changes what it should: a case
 * switches to it, holds, and is red when that one reading is left as it is in force.
 */
class ReadingsTest {

  private static final PackFolder PACKS = new PackFolder(Path.of(""));

  /** AMB-EF-13 in the edition whose own time is the one that the other reading gives to both. */
  private static final Map<String, Set<Entry<String, String>>> SAME_IN_BOTH =
      Map.of("efento-pl", Set.of(Map.entry("clock.RESTORE", "48-hours-for-all")));

  @TestFactory
  Stream<DynamicTest> shouldBeToldFromTheReadingInForce() {
    return CaseFolders.packs().stream()
        .map(
            pack ->
                DynamicTest.dynamicTest(
                    pack,
                    () ->
                        assertThat(notTold(pack, PACKS.files(pack)))
                            .isEqualTo(SAME_IN_BOTH.getOrDefault(pack, Set.of()))));
  }

  private static Set<Entry<String, String>> notTold(String pack, PackFiles files) {
    Set<Entry<String, String>> left = offered(pack, files);
    PlainCompiler compiler = new PlainCompiler(files);
    for (Case example : switching(pack)) {
      PackCases.readings(example).entrySet().stream()
          .map(Map.Entry::copyOf)
          .filter(left::contains)
          .filter(one -> turnsRed(compiler, files, example, one.getKey()))
          .toList()
          .forEach(left::remove);
    }
    return left;
  }

  /** The alternatives of the readings that decide something; the others are only written down. */
  private static Set<Entry<String, String>> offered(String pack, PackFiles files) {
    String policy = files.files().get("rules/%s/policy.yaml".formatted(pack));
    Set<Entry<String, String>> offered =
        new TreeSet<>(
            Entry.<String, String>comparingByKey().thenComparing(Entry.comparingByValue()));
    for (Entry<String, JsonNode> reading :
        new YAMLMapper().readTree(policy).path("readings").properties()) {
      if (reading.getValue().has("value")) {
        reading
            .getValue()
            .path("alternatives")
            .forEach(other -> offered.add(Map.entry(reading.getKey(), other.asString())));
      }
    }
    return offered;
  }

  private static List<Case> switching(String pack) {
    return CaseFolders.files()
        .flatMap(file -> file.cases().stream())
        .filter(example -> example.pack().equals(pack) && example.readings() != null)
        .toList();
  }

  private static boolean turnsRed(
      PlainCompiler compiler, PackFiles files, Case example, String reading) {
    Map<String, String> others = new TreeMap<>(PackCases.readings(example));
    others.remove(reading);
    PlainPack pack = compiler.compile(PackFolder.with(files, others)).orElseThrow();
    return !PureRun.holds(pack.pack(), example, CaseFolders.agreement(example));
  }
}
