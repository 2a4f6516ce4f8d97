package io.tierline.cases;

import io.tierline.policy.Compilation;
import io.tierline.policy.Compilation.Compiled;
import io.tierline.policy.Compilation.Rejected;
import io.tierline.policy.Pack;
import io.tierline.policy.PackFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The packs of a folder that holds {@code dmn/} and {@code rules/}. */
public record PackFolder(Path root) {

  /** Compiles a pack. Fails with every fault if it is refused. */
  public Pack pack(String id) {
    return compiled(files(id));
  }

  /** Compiles a pack with other readings than its own. */
  public Pack pack(String id, Map<String, String> readings) {
    return compiled(with(files(id), readings));
  }

  /** A pack's files with other readings than its own. */
  static PackFiles with(PackFiles pack, Map<String, String> readings) {
    Map<String, String> files = new TreeMap<>(pack.files());
    files.replaceAll(
        (path, text) -> path.endsWith("/policy.yaml") ? withReadings(text, readings) : text);
    return PackFiles.of(files);
  }

  /** The files of a pack. */
  public PackFiles files(String id) {
    Map<String, String> files = new TreeMap<>();
    for (String folder : List.of("rules/" + id, "dmn/" + id)) {
      try (Stream<Path> paths = Files.list(root.resolve(folder))) {
        paths
            .filter(Files::isRegularFile)
            .forEach(path -> files.put(folder + "/" + path.getFileName(), read(path)));
      } catch (IOException failed) {
        throw new UncheckedIOException(failed);
      }
    }
    return PackFiles.of(files);
  }

  private static String withReadings(String yaml, Map<String, String> readings) {
    YAMLMapper mapper = new YAMLMapper();
    ObjectNode tree = (ObjectNode) mapper.readTree(yaml);
    readings.forEach(
        (name, value) -> {
          ObjectNode reading = (ObjectNode) tree.get("readings").get(name);
          ArrayNode others = mapper.createArrayNode().add(reading.get("value").asString());
          reading
              .path("alternatives")
              .valueStream()
              .filter(other -> !other.asString().equals(value))
              .forEach(others::add);
          reading.put("value", value).set("alternatives", others);
        });
    return mapper.writeValueAsString(tree);
  }

  /** The pack of some files. Fails with every fault if it is refused. */
  static Pack compiled(PackFiles files) {
    Compilation compilation = Pack.compile(files);
    return switch (compilation) {
      case Compiled compiled -> compiled.pack();
      case Rejected rejected -> throw new AssertionError("Refused:" + told(rejected));
    };
  }

  private static String told(Rejected rejected) {
    return rejected.faults().stream()
        .map(fault -> "\n  %s, %s: %s".formatted(fault.file(), fault.where(), fault.reason()))
        .collect(Collectors.joining());
  }

  private static String read(Path path) {
    try {
      return Files.readString(path);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
