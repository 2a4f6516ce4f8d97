package io.tierline.release;

import io.tierline.policy.Fault;
import io.tierline.policy.PackFiles;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * An operator's folder: {@code rules/<pack>/policy.yaml}, {@code rules/<pack>/*.drl}, {@code
 * dmn/<pack>/*.dmn}. Other files are left alone; a link that leads out of the folder is a fault.
 */
record PackFolder(Path root, ReleaseSettings settings) implements PackSource {
  static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");

  @Override
  public Origin origin() {
    return Origin.FOLDER;
  }

  @Override
  public Object signature() throws IOException {
    SortedMap<String, List<Object>> signature = new TreeMap<>();
    for (Path folder : packs()) {
      for (Path file : files(folder.getFileName().toString())) {
        BasicFileAttributes of = Files.readAttributes(file, BasicFileAttributes.class);
        signature.put(
            file.toString(),
            List.of(of.size(), of.lastModifiedTime(), String.valueOf(of.fileKey())));
      }
    }
    return signature;
  }

  @Override
  public List<FoundPack> read() throws IOException {
    List<FoundPack> found = new ArrayList<>();
    for (Path folder : packs()) {
      found.add(read(folder.getFileName().toString()));
    }
    return found;
  }

  private FoundPack read(String pack) throws IOException {
    TreeMap<String, String> contents = new TreeMap<>();
    List<Fault> faults = new ArrayList<>();
    List<Path> files = files(pack);
    if (files.size() > settings.maxFiles()) {
      faults.add(
          new Fault(
              "rules/" + pack,
              null,
              "Expected at most %d files, but found %d"
                  .formatted(settings.maxFiles(), files.size())));
      return new FoundPack(pack, new PackFiles(contents), faults);
    }
    for (Path file : files) {
      read(file, contents, faults);
    }
    return new FoundPack(pack, new PackFiles(contents), faults);
  }

  private void read(Path file, TreeMap<String, String> contents, List<Fault> faults)
      throws IOException {
    String name = root.relativize(file).toString().replace('\\', '/');
    long size = Files.size(file);
    if (!file.toRealPath().startsWith(root.toRealPath())) {
      faults.add(new Fault(name, null, "Expected a file inside the folder, but it lies outside"));
    } else if (size > settings.maxFile().toBytes()) {
      faults.add(
          new Fault(
              name,
              null,
              "Expected at most %d bytes, but found %d"
                  .formatted(settings.maxFile().toBytes(), size)));
    } else {
      try {
        contents.put(name, Files.readString(file));
      } catch (CharacterCodingException e) {
        faults.add(new Fault(name, null, "Expected text in UTF-8, but found other bytes"));
      }
    }
  }

  private List<Path> packs() throws IOException {
    return list(root.resolve("rules")).stream()
        .filter(folder -> Files.exists(folder.resolve("policy.yaml")))
        .toList();
  }

  private List<Path> files(String pack) throws IOException {
    return Stream.concat(
            list(root.resolve("rules").resolve(pack)).stream()
                .filter(file -> file.endsWith("policy.yaml") || file.toString().endsWith(".drl")),
            list(root.resolve("dmn").resolve(pack)).stream()
                .filter(file -> file.toString().endsWith(".dmn")))
        .filter(Files::isRegularFile)
        .toList();
  }

  private static List<Path> list(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> paths = Files.list(folder)) {
      return paths
          .filter(path -> NAME.matcher(path.getFileName().toString()).matches())
          .sorted()
          .toList();
    }
  }
}
