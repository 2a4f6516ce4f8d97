package io.tierline.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;

/** Kafka in KRaft mode, broker and controller in one process. */
public final class Kafka extends Part {

  private static final String CLUSTER = "tierline-development-0"; // 22 characters: a Kafka uuid

  Kafka(Place place, Ports ports) {
    super("kafka", "Kafka", place, ports);
  }

  @Override
  List<Port> listens() {
    return List.of(Port.KAFKA, Port.KAFKA_CONTROLLER);
  }

  @Override
  Optional<Service> service() {
    return Optional.of(
        Service.of("kafka", Map.of(Port.KAFKA, 9092))
            .with("KAFKA_ADVERTISED_LISTENERS", "INSIDE://kafka:9094,CLIENTS://" + address()));
  }

  @Override
  void prepare() {
    try {
      Files.writeString(settings(), properties());
      if (!Files.exists(data().resolve("meta.properties"))) {
        format();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StackFailure(
          "Expected Kafka's storage to be formatted, but we were interrupted.", e);
    }
  }

  private void format() throws IOException, InterruptedException {
    Path log = place.log("kafka-format");
    Process format =
        new ProcessBuilder(
                program(
                    "kafka.tools.StorageTool",
                    "format",
                    "-t",
                    CLUSTER,
                    "-c",
                    settings().toString()))
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    if (format.waitFor() != 0) {
      throw new StackFailure(
          "Expected Kafka's storage to be formatted, but: " + Files.readString(log).strip());
    }
  }

  @Override
  List<String> command() {
    return program("kafka.Kafka", settings().toString());
  }

  @Override
  boolean answers() throws Exception {
    if (Listeners.free(ports.of(Port.KAFKA), false)) {
      return false; // before its client fills our log with complaints
    }
    Map<String, Object> client =
        Map.of(
            "bootstrap.servers",
            address(),
            "default.api.timeout.ms",
            2000,
            "request.timeout.ms",
            1000);
    try (Admin admin = Admin.create(client)) {
      return !admin.describeCluster().nodes().get(3, TimeUnit.SECONDS).isEmpty();
    }
  }

  /** Its bootstrap server. */
  public String address() {
    return ports.local(Port.KAFKA);
  }

  private List<String> program(String main, String... arguments) {
    List<String> command = new ArrayList<>();
    command.addAll(
        List.of(
            java(),
            "-Xmx512m",
            "-XX:+UseSerialGC",
            "-Dorg.apache.logging.log4j.level=WARN",
            "-cp",
            place.servers(),
            main));
    command.addAll(List.of(arguments));
    return command;
  }

  private Path settings() {
    return place.data(name()).resolve("server.properties");
  }

  private Path data() {
    return place.data(name()).resolve("log");
  }

  private String properties() {
    return """
        process.roles=broker,controller
        node.id=1
        controller.quorum.voters=1@%2$s
        listeners=PLAINTEXT://%1$s,CONTROLLER://%2$s
        advertised.listeners=PLAINTEXT://%1$s
        controller.listener.names=CONTROLLER
        log.dirs=%3$s
        num.partitions=3
        auto.create.topics.enable=true
        offsets.topic.replication.factor=1
        offsets.topic.num.partitions=3
        transaction.state.log.replication.factor=1
        transaction.state.log.min.isr=1
        transaction.state.log.num.partitions=3
        share.coordinator.state.topic.replication.factor=1
        share.coordinator.state.topic.min.isr=1
        group.initial.rebalance.delay.ms=0
        """
        .formatted(address(), ports.local(Port.KAFKA_CONTROLLER), data());
  }
}
