package io.tierline.stack;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * {@code docker-compose.yml}, where images, settings and commands stand, for tests too.
 *
 * @param services each by its name
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record Compose(Map<String, Entry> services) {

  private static final Path FILE = Path.of("docker-compose.yml");

  /** A service as written, with the defaults of its variables. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Entry(
      @Nullable String image,
      @Nullable List<String> command,
      @Nullable Map<String, String> environment,
      @Nullable List<String> ports) {

    Entry {
      command = command == null ? List.of() : List.copyOf(command);
      environment = environment == null ? Map.of() : Map.copyOf(environment);
      ports = ports == null ? List.of() : List.copyOf(ports);
    }
  }

  static Compose read() {
    return new YAMLMapper().readValue(FILE.toFile(), Compose.class);
  }

  Entry service(String name) {
    Entry entry = services.get(name);
    if (entry == null) {
      throw new StackFailure(
          "Expected a service %s in %s, but there is none.".formatted(name, FILE));
    }
    return entry;
  }

  /** What {@code ${NAME:-default}} stands for where nobody sets NAME. */
  static String defaults(String value) {
    return value.replaceAll("\\$\\{\\w+:-([^}]*)}", "$1");
  }
}
