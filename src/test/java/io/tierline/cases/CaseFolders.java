package io.tierline.cases;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Where cases are found: beside each pack, and in one more folder that {@code -Dcases} names. */
final class CaseFolders {

  private CaseFolders() {}

  /** Every pack's files, and those of the further folder. */
  static Stream<CaseFile> files() {
    Stream<Path> further = Stream.ofNullable(System.getProperty("cases")).map(Path::of);
    return Stream.concat(packs().stream().map(pack -> Path.of("rules", pack, "cases")), further)
        .flatMap(CaseFolders::yaml)
        .map(CaseFile::read);
  }

  /** The packs of this repository. */
  static List<String> packs() {
    return list(Path.of("rules")).stream()
        .filter(folder -> Files.exists(folder.resolve("policy.yaml")))
        .map(folder -> folder.getFileName().toString())
        .toList();
  }

  static Stream<Path> yaml(Path folder) {
    return Files.isDirectory(folder)
        ? list(folder).stream().filter(file -> file.toString().endsWith(".yaml"))
        : Stream.empty();
  }

  /** The agreement that a case names, or the one of those that name none. */
  static String agreement(CaseFile.Case example) {
    return example.agreement() == null ? firstAgreement(example.pack()) : example.agreement();
  }

  /** The agreement of a case that names none. */
  static String firstAgreement(String pack) {
    return agreements(pack).propertyNames().iterator().next();
  }

  /** The agreements that a pack ships, by code. */
  static JsonNode agreements(String pack) {
    return new YAMLMapper().readTree(Path.of("rules", pack, "policy.yaml")).get("agreements");
  }

  /** The calendars of an agreement or, if it brings none, those by which the pack's tiers work. */
  static JsonNode calendars(String pack, @Nullable String agreement) {
    JsonNode policy = new YAMLMapper().readTree(Path.of("rules", pack, "policy.yaml"));
    String code = agreement == null ? firstAgreement(pack) : agreement;
    JsonNode own = policy.path("agreements").path(code).path("calendars");
    if (!own.isEmpty()) {
      return own;
    }
    ObjectNode worked = JsonNodeFactory.instance.objectNode();
    for (JsonNode tier : policy.path("tiers")) {
      String calendar = tier.path("calendar").asString("");
      if (policy.path("calendars").has(calendar)) {
        worked.set(calendar, policy.path("calendars").get(calendar));
      }
    }
    return worked;
  }

  private static List<Path> list(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
