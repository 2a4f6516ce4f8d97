package io.tierline.stack;

import io.camunda.client.CamundaClient;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Camunda's engine, the Zeebe broker with its gateway. */
public final class Engine extends Part {

  private @Nullable CamundaClient client;
  private boolean bulks;

  Engine(Place place, Ports ports) {
    super("engine", "Camunda engine", place, ports);
  }

  /**
   * From its next start on it exports as an engine does that has much to do: in bulks, a second
   * late. Record by record is sooner, but on a busy machine it comes to 25 records a second, and a
   * ticket makes 70.
   */
  public void exportInBulks() {
    bulks = true;
  }

  @Override
  List<Port> listens() {
    return List.of(
        Port.ENGINE,
        Port.ENGINE_REST,
        Port.ENGINE_COMMANDS,
        Port.ENGINE_INTERNAL,
        Port.ENGINE_MANAGEMENT);
  }

  @Override
  List<Class<? extends Part>> needs() {
    return List.of();
  }

  @Override
  Optional<Service> service() {
    return Optional.of(
        Service.of(
            "zeebe",
            Map.of(Port.ENGINE, 26500, Port.ENGINE_REST, 8080, Port.ENGINE_MANAGEMENT, 9600)));
  }

  @Override
  List<String> command() {
    return camunda(place, "io.camunda.application.StandaloneBroker", "-Xmx1g");
  }

  static List<String> camunda(Place place, String main, String... options) {
    Path home = place.program("camunda-zeebe-");
    return java.util.stream.Stream.of(
            List.of(
                java(),
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:+UseSerialGC",
                "-Dfile.encoding=UTF-8",
                // Else its own log goes into a folder that is called by this property's name.
                "-Dapp.home=" + place.root().resolve("logs").resolve("camunda")),
            List.of(options),
            List.of("-cp", home.resolve("config") + ":" + home.resolve("lib") + "/*", main))
        .flatMap(List::stream)
        .toList();
  }

  @Override
  Map<String, String> environment() {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("ZEEBE_BROKER_NETWORK_HOST", "127.0.0.1");
    settings.put("ZEEBE_BROKER_NETWORK_COMMANDAPI_PORT", number(Port.ENGINE_COMMANDS));
    settings.put("ZEEBE_BROKER_NETWORK_INTERNALAPI_PORT", number(Port.ENGINE_INTERNAL));
    settings.put("ZEEBE_BROKER_GATEWAY_NETWORK_HOST", "127.0.0.1");
    settings.put("ZEEBE_BROKER_GATEWAY_NETWORK_PORT", number(Port.ENGINE));
    settings.put("ZEEBE_BROKER_CLUSTER_INITIALCONTACTPOINTS", ports.local(Port.ENGINE_INTERNAL));
    settings.put("SERVER_ADDRESS", "127.0.0.1");
    settings.put("SERVER_PORT", number(Port.ENGINE_REST));
    settings.put("MANAGEMENT_SERVER_ADDRESS", "127.0.0.1");
    settings.put("MANAGEMENT_SERVER_PORT", number(Port.ENGINE_MANAGEMENT));
    settings.put("ZEEBE_BROKER_DATA_DIRECTORY", place.data(name()).toString());
    settings.put("ZEEBE_BROKER_DATA_DISK_FREESPACE_PROCESSING", "1GB");
    settings.put("ZEEBE_BROKER_DATA_DISK_FREESPACE_REPLICATION", "500MB");
    // Snapshots decide how long a restart takes after a kill.
    settings.put("ZEEBE_BROKER_DATA_SNAPSHOTPERIOD", "1m");
    settings.put("ZEEBE_LOG_LEVEL", "warn");
    settings.put("ATOMIX_LOG_LEVEL", "warn");
    settings.put("ZEEBE_CLOCK_CONTROLLED", "true");
    String exporter = "ZEEBE_BROKER_EXPORTERS_OPENSEARCH_";
    settings.put(exporter + "CLASSNAME", "io.camunda.zeebe.exporter.opensearch.OpensearchExporter");
    settings.put(exporter + "ARGS_URL", ports.http(Port.OPENSEARCH));
    settings.put(exporter + "ARGS_BULK_SIZE", bulks || underLoad() ? "1000" : "1");
    settings.put(exporter + "ARGS_BULK_DELAY", "1");
    return settings;
  }

  /** Tried with a command: the broker's health says UP long before it takes work. */
  @Override
  boolean answers() {
    client()
        .newPublishMessageCommand()
        .messageName("tierline-stack-asks")
        .correlationKey("-")
        .timeToLive(Duration.ZERO)
        .requestTimeout(Duration.ofSeconds(2))
        .send()
        .join();
    return true;
  }

  private synchronized CamundaClient client() {
    CamundaClient made = client;
    if (made == null) {
      made =
          CamundaClient.newClientBuilder()
              .grpcAddress(URI.create(ports.http(Port.ENGINE)))
              .preferRestOverGrpc(false)
              .build();
      client = made;
    }
    return made;
  }

  private String number(Port port) {
    return String.valueOf(ports.of(port));
  }
}
