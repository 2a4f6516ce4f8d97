package io.tierline.stack;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** OpenSearch, where the engine exports its records and the web applications read them. */
public final class OpenSearch extends Part {

  OpenSearch(Place place, Ports ports) {
    super("opensearch", "OpenSearch", place, ports);
  }

  @Override
  List<Port> listens() {
    return List.of(Port.OPENSEARCH, Port.OPENSEARCH_TRANSPORT);
  }

  @Override
  Optional<Service> service() {
    return Optional.of(Service.of("opensearch", Map.of(Port.OPENSEARCH, 9200)));
  }

  @Override
  List<String> command() {
    return List.of(
        java(),
        "-Xmx1g",
        STARTS_SOONER,
        "-XX:+UseSerialGC",
        "-cp",
        place.servers(),
        Path.of("src", "test", "stack", "OpenSearchNode.java").toAbsolutePath().toString(),
        place.data(name()).toString(),
        String.valueOf(ports.of(Port.OPENSEARCH)),
        String.valueOf(ports.of(Port.OPENSEARCH_TRANSPORT)));
  }

  @Override
  boolean answers() throws Exception {
    return Http.get(address() + "/_cluster/health?wait_for_status=yellow&timeout=1s").statusCode()
        == 200;
  }

  /** Its address. */
  public String address() {
    return ports.http(Port.OPENSEARCH);
  }
}
