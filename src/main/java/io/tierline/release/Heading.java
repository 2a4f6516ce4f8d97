package io.tierline.release;

import io.tierline.policy.Fault;
import io.tierline.policy.PackFiles;
import java.util.Objects;
import java.util.TreeSet;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** What a pack calls itself: the keys {@code pack} and {@code version} of its policy.yaml. */
sealed interface Heading {

  /** It has a name and a version. */
  record Named(String pack, String version) implements Heading {

    Taking.Refused refused(String reason) {
      return Taking.Refused.because(file(pack), "version", reason);
    }

    /** The files that differ. */
    TreeSet<String> changed(PackFiles stored, PackFiles files) {
      TreeSet<String> paths = new TreeSet<>(stored.files().keySet());
      paths.addAll(files.files().keySet());
      paths.removeIf(path -> Objects.equals(stored.files().get(path), files.files().get(path)));
      return paths;
    }
  }

  /** It lacks one of them. */
  record Faulty(Fault fault) implements Heading {}

  /** The heading of a pack that was found. */
  static Heading of(FoundPack found) {
    String file = file(found);
    JsonNode policy;
    try {
      policy = new YAMLMapper().readTree(found.files().files().getOrDefault(file, ""));
    } catch (JacksonException e) {
      return faulty(
          file,
          "line " + e.getLocation().getLineNr(),
          "Expected YAML, but: " + e.getOriginalMessage());
    }
    String pack = policy.path("pack").asString("");
    String version = policy.path("version").asString("");
    if (!pack.equals(found.folder())) {
      return faulty(
          file,
          "pack",
          "Expected the folder's name '%s', but found '%s'".formatted(found.folder(), pack));
    }
    return version.isBlank()
        ? faulty(file, "version", "Expected a version, but found none")
        : new Named(pack, version);
  }

  static String file(FoundPack found) {
    return file(found.folder());
  }

  private static String file(String pack) {
    return "rules/" + pack + "/policy.yaml";
  }

  private static Faulty faulty(String file, String where, String reason) {
    return new Faulty(new Fault(file, where, reason));
  }
}
