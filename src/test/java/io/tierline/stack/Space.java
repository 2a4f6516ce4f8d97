package io.tierline.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Room on the disk. The engine stops taking commands below 2 GiB, without a word to the user. */
final class Space {

  private Space() {}

  static void expect(Path folder, long bytes) {
    try {
      long free = Files.getFileStore(Place.made(folder)).getUsableSpace();
      if (free < bytes) {
        throw new StackFailure(
            "Expected at least %.1f GiB free for the stack's data in %s, but only %.1f GiB are."
                .formatted(gib(bytes), folder, gib(free)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static double gib(long bytes) {
    return bytes / (double) (1L << 30);
  }
}
