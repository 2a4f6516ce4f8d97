package io.tierline.stack;

import java.util.HashMap;
import java.util.Map;

/**
 * Which service of {@code docker-compose.yml} a part is as a container, and what differs in tests.
 *
 * @param name its name there, and its host name for the other containers
 * @param published its ports that tests reach, each with its number inside
 * @param settings what it is told otherwise than there
 */
record Service(String name, Map<Port, Integer> published, Map<String, String> settings) {

  static Service of(String name, Map<Port, Integer> published) {
    return new Service(name, published, Map.of());
  }

  Service with(String setting, String value) {
    Map<String, String> more = new HashMap<>(settings);
    more.put(setting, value);
    return new Service(name, published, more);
  }
}
