package io.tierline.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.Network;

/**
 * The containers of one stack. Each is made once and keeps its data while it is stopped, killed and
 * started, until the stack closes.
 */
final class Docker implements AutoCloseable {

  private static final String LABEL = "io.tierline.stack";

  private final Place place;
  private final Ports ports;
  private final Compose compose = Compose.read();
  private final Map<String, Container> made = new ConcurrentHashMap<>();
  private @Nullable Network network;

  Docker(Place place, Ports ports) {
    this.place = place;
    this.ports = ports;
  }

  /** Starts a part's container where it was left, or a new one. */
  Container start(String part, Service service) {
    return made.computeIfAbsent(part, name -> new Container(container(service))).start();
  }

  private PlainContainer container(Service service) {
    Compose.Entry entry = compose.service(service.name());
    PlainContainer container = new PlainContainer(entry.image());
    container
        .withNetwork(network())
        .withNetworkAliases(service.name())
        .withLabel(LABEL, place.root().toString())
        .withEnv(environment(entry, service));
    if (!entry.command().isEmpty()) {
      container.withCommand(entry.command().toArray(String[]::new));
    }
    container.setPortBindings(bindings(service));
    return container;
  }

  private static Map<String, String> environment(Compose.Entry entry, Service service) {
    Map<String, String> environment = new HashMap<>();
    entry.environment().forEach((key, value) -> environment.put(key, Compose.defaults(value)));
    environment.putAll(service.settings());
    return environment;
  }

  // Fixed, so that addresses stay while a part is down; on this machine only.
  private List<String> bindings(Service service) {
    return service.published().entrySet().stream()
        .map(port -> ports.local(port.getKey()) + ":" + port.getValue())
        .toList();
  }

  private synchronized Network network() {
    Network known = network;
    if (known == null) {
      known = Network.newNetwork();
      network = known;
    }
    return known;
  }

  /** Removes what a run that was killed hard left in this folder's name. */
  void removeLeftovers() {
    var client = DockerClientFactory.instance().client();
    client
        .listContainersCmd()
        .withShowAll(true)
        .withLabelFilter(Map.of(LABEL, place.root().toString()))
        .exec()
        .forEach(
            left ->
                client
                    .removeContainerCmd(left.getId())
                    .withForce(true)
                    .withRemoveVolumes(true)
                    .exec());
  }

  /** Removes the containers and their data; their logs stay. */
  @Override
  public synchronized void close() {
    made.forEach(
        (part, container) -> {
          keepLog(part, container);
          container.remove();
        });
    made.clear();
    if (network != null) {
      network.close();
      network = null;
    }
  }

  private void keepLog(String part, Container container) {
    try {
      Files.writeString(place.log(part), container.log());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
