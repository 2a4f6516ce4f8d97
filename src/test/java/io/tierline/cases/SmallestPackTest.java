package io.tierline.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.tierline.policy.Pack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The pack that {@code docs/add-a-vendor.md} begins with, which that page also prints. */
class SmallestPackTest {

  private static final Path FOLDER = Path.of("docs", "smallest-pack");
  private static final Path PAGE = Path.of("docs", "add-a-vendor.md");

  @TestFactory
  Stream<DynamicTest> shouldHold() {
    Pack pack = new PackFolder(FOLDER).pack("smallest");
    return CaseFolders.yaml(FOLDER.resolve("rules/smallest/cases"))
        .flatMap(file -> CaseFile.read(file).cases().stream())
        .map(
            example ->
                DynamicTest.dynamicTest(
                    example.name(),
                    () -> assertThat(PureRun.run(pack, example, "smallest-demo")).isEmpty()));
  }

  @Test
  void shouldBePrintedAsItIs() throws IOException {
    String policy = Files.readString(FOLDER.resolve("rules/smallest/policy.yaml"));

    assertThat(Files.readString(PAGE)).contains("```yaml\n" + policy + "```");
  }
}
