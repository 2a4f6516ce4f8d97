package io.tierline.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Tierline itself as an operator runs it: the packaged jar on the stack, one of several. */
public final class Server extends Part {

  private final Map<String, String> settings;
  private final int port;
  private final int management;

  Server(String name, Place place, Ports ports, Map<String, String> settings) {
    super(name, "Tierline " + name, place, ports);
    this.settings = settings;
    this.port = Ports.anyFree();
    this.management = Ports.anyFree();
  }

  @Override
  List<Port> listens() {
    return List.of();
  }

  @Override
  List<String> command() {
    // Two cores are shared with everything else: the parallel collector's threads took a tenth.
    List<String> command =
        new ArrayList<>(List.of(java(), "-Xmx512m", "-XX:+UseSerialGC", "-jar", jar().toString()));
    command.add("--server.port=" + port);
    command.add("--server.address=127.0.0.1");
    command.add("--management.server.port=" + management);
    settings.forEach((key, value) -> command.add("--" + key + "=" + value));
    return command;
  }

  /** It takes requests whether or not the engine does: readiness is more, and not waited for. */
  @Override
  boolean answers() throws Exception {
    return healthy("liveness");
  }

  /** Whether the engine acknowledges its commands. */
  public boolean ready() throws Exception {
    return healthy("readiness");
  }

  private boolean healthy(String group) throws Exception {
    return Http.get(management("health/" + group)).statusCode() == 200;
  }

  /** An address of its management, for the operator alone. */
  public String management(String endpoint) {
    return "http://127.0.0.1:" + management + "/actuator/" + endpoint;
  }

  // It compiles the packs, and has to share two cores with everything that starts beside it.
  @Override
  Duration patience() {
    return Duration.ofMinutes(6);
  }

  /** Where its output goes. */
  public Path log() {
    return place.log(name());
  }

  /** Its address. */
  public String address() {
    return "http://127.0.0.1:" + port;
  }

  private static Path jar() {
    try (Stream<Path> built = Files.list(Path.of("target"))) {
      return built
          .filter(file -> file.getFileName().toString().matches("tierline-.*\\.jar"))
          .findFirst()
          .map(Path::toAbsolutePath)
          .orElseThrow(
              () ->
                  new StackFailure(
                      "Expected the packaged jar in target, but there is none; run ./mvnw verify."));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
