package io.tierline.release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.util.FileSystemUtils;

/**
 * The whole server with a folder of its own, which tests change. Not marked as a configuration, so
 * that no scan finds it.
 */
class UploadWorld {

  /** An operator's folder. */
  record Folder(Path path) {

    void write(String file, String text) throws IOException {
      Files.writeString(path.resolve(file), text);
    }
  }

  @Bean
  Folder operatorsFolder() throws IOException {
    return copy();
  }

  @Bean
  @Primary
  PackSource changingFolder(Folder folder, ReleaseSettings settings) {
    return new PackFolder(folder.path(), settings);
  }

  /** The project's packs, somewhere else. */
  static Folder copy() throws IOException {
    Path folder = Files.createTempDirectory("packs");
    for (String part : new String[] {"rules", "dmn"}) {
      FileSystemUtils.copyRecursively(Path.of(part), folder.resolve(part));
    }
    return new Folder(folder);
  }
}
