package io.tierline.stack;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.testcontainers.DockerClientFactory;

/** What the parts of a stack run as. */
public enum Way {
  /** Child processes of this JVM. */
  LOCAL,
  /** Containers of a Docker engine on this machine. */
  CONTAINERS;

  private static final String SETTING = "tierline.stack";

  /** Containers where an engine answers, unless {@code tierline.stack} asks for one of the two. */
  static Way chosen() {
    return chosen(Setting.of(SETTING).orElse(""), Way::engineAnswers);
  }

  static Way chosen(String asked, BooleanSupplier engineAnswers) {
    return switch (asked.toLowerCase(Locale.ROOT)) {
      case "" -> engineAnswers.getAsBoolean() ? CONTAINERS : LOCAL;
      case "local" -> LOCAL;
      case "containers" -> {
        if (!engineAnswers.getAsBoolean()) {
          throw new StackFailure(
              "Expected a Docker engine to answer on this machine, for %s=containers asks for one, but none does; start one, or leave the setting out."
                  .formatted(SETTING));
        }
        yield CONTAINERS;
      }
      default ->
          throw new StackFailure(
              "Expected %s to be local or containers, but it is \"%s\".".formatted(SETTING, asked));
    };
  }

  // Testcontainers takes seconds and many lines to find nothing, so only where there may be one.
  private static boolean engineAnswers() {
    return mayAnswer() && DockerClientFactory.instance().isDockerAvailable() && isOnThisMachine();
  }

  // Ports are published on the loopback of the engine's machine.
  private static boolean isOnThisMachine() {
    try {
      return InetAddress.getByName(DockerClientFactory.instance().dockerHostIpAddress())
          .isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }

  private static boolean mayAnswer() {
    String home = System.getProperty("user.home");
    return System.getenv("DOCKER_HOST") != null
        || System.getProperty("os.name").startsWith("Windows")
        || Stream.of(
                "/var/run/docker.sock",
                Objects.toString(System.getenv("XDG_RUNTIME_DIR"), "/run/user") + "/docker.sock",
                home + "/.docker/run/docker.sock",
                home + "/.docker/desktop/docker.sock",
                home + "/.testcontainers.properties")
            .anyMatch(file -> Files.exists(Path.of(file)));
  }
}
