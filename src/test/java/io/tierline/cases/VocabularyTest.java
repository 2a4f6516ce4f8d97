package io.tierline.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.tierline.policy.Pack;
import io.tierline.policy.Vocabulary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code docs/vocabulary.md} is made from the packs; {@code -Dvocabulary=write} writes it anew. */
class VocabularyTest {

  private static final Path PAGE = Path.of("docs", "vocabulary.md");
  private static final String HEAD =
      """
      # Vocabulary

      Every code of every pack, with its labels and the clauses behind it. Generated, so don't edit it:
      `./mvnw test -Dtest=VocabularyTest -Dvocabulary=write`
      """;

  @Test
  void shouldStandInTheDocumentation() throws IOException {
    String page = page();
    if ("write".equals(System.getProperty("vocabulary"))) {
      Files.writeString(PAGE, page);
    }
    assertThat(Files.readString(PAGE))
        .as(
            "%s is stale: write it anew by ./mvnw test -Dtest=VocabularyTest -Dvocabulary=write",
            PAGE)
        .isEqualTo(page);
  }

  private static String page() throws IOException {
    PackFolder packs = new PackFolder(Path.of(""));
    try (Stream<Path> folders = Files.list(Path.of("rules"))) {
      return folders
          .filter(folder -> Files.exists(folder.resolve("policy.yaml")))
          .map(folder -> folder.getFileName().toString())
          .sorted()
          .map(packs::pack)
          .map(VocabularyTest::section)
          .collect(Collectors.joining("\n", HEAD + "\n", ""));
    }
  }

  private static String section(Pack pack) {
    Vocabulary words = pack.vocabulary();
    return words.codes().entrySet().stream()
        .map(sort -> table(sort.getKey(), sort.getValue(), words))
        .collect(
            Collectors.joining(
                "\n", "## Pack `%s`, version %s\n\n".formatted(pack.id(), pack.version()), ""));
  }

  private static String table(
      String sort, Map<String, Map<String, String>> codes, Vocabulary words) {
    List<String> languages = List.of("en", words.language());
    String head = "### %s\n\n| code | %s | clauses |\n|---|%s---|\n";
    return codes.entrySet().stream()
        .map(
            code ->
                "| `%s` | %s | %s |\n"
                    .formatted(
                        code.getKey(),
                        languages.stream()
                            .distinct()
                            .map(language -> code.getValue().getOrDefault(language, ""))
                            .collect(Collectors.joining(" | ")),
                        String.join(
                            ", ",
                            words.clauses().getOrDefault(sort + "." + code.getKey(), List.of()))))
        .collect(
            Collectors.joining(
                "",
                head.formatted(
                    sort,
                    languages.stream().distinct().collect(Collectors.joining(" | ")),
                    "---|".repeat((int) languages.stream().distinct().count())),
                ""));
  }
}
