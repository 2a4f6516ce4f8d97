package io.tierline.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/**
 * A file system of its own, small enough to be filled in an instant. It exists for those only who
 * run inside, needs no administrator, and goes when its keeper ends.
 */
final class SmallDisk {

  private static final int MEGABYTES = 512;

  private final Place place;
  private final Path folder;
  private @Nullable Child keeper;

  SmallDisk(Place place, Path folder) {
    this.place = place;
    this.folder = folder;
  }

  /** Makes it, unless it is there. */
  synchronized void make() {
    if (keeper != null && keeper.alive()) {
      return;
    }
    Leftover.read(place.pid("small-disk"))
        .flatMap(Leftover::alive)
        .ifPresent(process -> Child.end(process, "TERM", Duration.ofSeconds(5)));
    Path ready = place.note("small-disk");
    Child.delete(ready);
    String script =
        "mount -t tmpfs -o size=%dm tmpfs '%s' && touch '%s' && exec sleep infinity"
            .formatted(MEGABYTES, folder, ready);
    Child started =
        Child.start(
            List.of("unshare", "-Urm", "sh", "-c", script),
            Map.of(),
            place.log("small-disk"),
            place.pid("small-disk"));
    keeper = started;
    Awaitility.await()
        .atMost(Duration.ofSeconds(10))
        .until(() -> Files.exists(ready) || !started.alive());
    if (!started.alive()) {
      throw new StackFailure(
          "Expected to mount a small disk in a user namespace of our own, but:%n%s"
              .formatted(started.lastLines(3)));
    }
  }

  /** The command, run where the disk is. */
  List<String> inside(List<String> command) {
    List<String> whole =
        new ArrayList<>(
            List.of("nsenter", "-t", pid(), "-U", "-m", "--preserve-credentials", "--"));
    whole.addAll(command);
    return whole;
  }

  /** A file of the disk, as it is reached from outside. */
  Path outside(Path file) {
    return Path.of("/proc", pid(), "root").resolve(file.toString().substring(1));
  }

  /** Leaves no byte free. */
  void fill() {
    run("cat /dev/zero > '" + ballast() + "'");
  }

  /** Gives the space back. */
  void free() {
    run("rm -f '" + ballast() + "'");
  }

  /** Removes it with everything on it. */
  synchronized void end() {
    if (keeper != null) {
      keeper.stop("TERM", Duration.ofSeconds(5));
    }
  }

  private Path ballast() {
    return folder.resolve("ballast");
  }

  private void run(String script) {
    try {
      new ProcessBuilder(inside(List.of("sh", "-c", script))).start().waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private String pid() {
    Child made = keeper;
    if (made == null) {
      throw new IllegalStateException("Expected the small disk to be made, but it isn't");
    }
    return String.valueOf(made.pid());
  }
}
