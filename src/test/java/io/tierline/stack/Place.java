package io.tierline.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;

/**
 * The folders of a stack.
 *
 * @param root data, logs and pid files of this stack
 * @param parts the programs as Maven unpacked them
 * @param packs the folder of {@code dmn/} and {@code rules/} that the server watches
 */
public record Place(Path root, Path parts, Path packs) {

  private static final Path PROJECT = Path.of("").toAbsolutePath();

  /** The developer's: kept between runs. */
  public static Place development() {
    return new Place(PROJECT.resolve(".tierline"), unpacked(), PROJECT);
  }

  /** A test run's, with packs of its own that a test may edit: see {@link #wipe}. */
  public static Place tests() {
    return apart("stack");
  }

  /** A test's own, for one that breaks what it uses. */
  public static Place apart(String name) {
    Path root = PROJECT.resolve("target").resolve(name);
    return new Place(root, unpacked(), root.resolve("packs"));
  }

  private static Path unpacked() {
    return PROJECT.resolve(".tierline").resolve("parts");
  }

  Path data(String part) {
    return made(root.resolve("data").resolve(part));
  }

  /** A small file of ours. */
  Path note(String name) {
    return data("notes").resolve(name);
  }

  Path log(String part) {
    return made(root.resolve("logs")).resolve(part + ".log");
  }

  Path pid(String part) {
    return made(root.resolve("run")).resolve(part + ".pid");
  }

  /** A program's folder by the beginning of its name, whatever its version. */
  Path program(String prefix) {
    try (Stream<Path> found = Files.list(parts)) {
      return found
          .filter(path -> path.getFileName().toString().startsWith(prefix))
          .max(Path::compareTo)
          .orElseThrow(() -> missing(prefix));
    } catch (IOException e) {
      throw missing(prefix);
    }
  }

  /** The class path of the servers that run on plain jars. */
  String servers() {
    try {
      return Files.readString(parts.resolve("servers.classpath"));
    } catch (IOException e) {
      throw missing("servers.classpath");
    }
  }

  private StackFailure missing(String what) {
    return new StackFailure(
        "Expected %s in %s, but it isn't there; run ./mvnw generate-test-resources once."
            .formatted(what, parts));
  }

  /**
   * Removes what an earlier run left and takes the packs anew; logs stay.
   *
   * @param kept the packs to take, all if none is named: each costs a starting server seconds
   */
  void wipe(String... kept) {
    for (Path folder : List.of(root.resolve("data"), root.resolve("run"), packs)) {
      delete(folder);
    }
    try {
      for (String folder : List.of("dmn", "rules")) {
        for (String pack : kept.length > 0 ? kept : new String[] {""}) {
          FileSystemUtils.copyRecursively(
              PROJECT.resolve(folder).resolve(pack), packs.resolve(folder).resolve(pack));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void delete(Path folder) {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> tree = Files.walk(folder)) {
      for (Path path : tree.sorted((a, b) -> b.compareTo(a)).toList()) {
        Files.deleteIfExists(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Path made(Path folder) {
    try {
      return Files.createDirectories(folder);
    } catch (IOException e) {
      throw new StackFailure("Expected to make the folder " + folder + ", but: " + e, e);
    }
  }
}
