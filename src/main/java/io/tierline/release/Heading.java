package io.tierline.release;

import io.tierline.policy.Fault;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** What a pack calls itself: the keys {@code pack} and {@code version} of its policy.yaml. */
sealed interface Heading {

  /** A version is stored, logged and asked for by its text: no control character, no half one. */
  Pattern VERSION = Pattern.compile("[\\p{L}\\p{M}\\p{N}\\p{P}\\p{S} ]{1,100}");

  /** It has a name and a version. */
  record Named(String pack, String version) implements Heading {}

  /** It lacks one of them. */
  record Faulty(Fault fault) implements Heading {}

  /** The heading of a pack that was found. */
  static Heading of(FoundPack found) {
    String file = file(found.folder());
    Heading heading = read(file, found.files().files().getOrDefault(file, ""));
    return heading instanceof Named named && !named.pack().equals(found.folder())
        ? faulty(
            file,
            "pack",
            "Expected the folder's name '%s', but found '%s'"
                .formatted(found.folder(), named.pack()))
        : heading;
  }

  /** The heading of a policy.yaml. */
  static Heading read(String file, String text) {
    JsonNode policy;
    try {
      policy = new YAMLMapper().readTree(text);
    } catch (JacksonException e) {
      return faulty(file, line(e.getLocation()), "Expected YAML, but: " + e.getOriginalMessage());
    }
    String version = policy.path("version").asString("");
    if (version.isBlank()) {
      return faulty(file, "version", "Expected a version, but found none");
    }
    return VERSION.matcher(version).matches()
        ? new Named(policy.path("pack").asString(""), version)
        : faulty(file, "version", "Expected 1 to 100 printable characters, but found others");
  }

  static String file(String pack) {
    return "rules/" + pack + "/policy.yaml";
  }

  /** A document that goes too deep has no place where. */
  private static @Nullable String line(@Nullable TokenStreamLocation at) {
    return at == null ? null : "line " + at.getLineNr();
  }

  private static Faulty faulty(String file, @Nullable String where, String reason) {
    return new Faulty(new Fault(file, where, reason));
  }
}
