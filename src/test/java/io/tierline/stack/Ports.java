package io.tierline.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Which port each listener of the stack has in this run. */
public final class Ports {

  private final Map<Port, Integer> numbers;

  private Ports(Map<Port, Integer> numbers) {
    this.numbers = numbers;
  }

  /**
   * The standard ports, moved by {@code tierline.ports.offset} all together or by {@code
   * tierline.ports.<name>} one by one; as system properties or as environment variables.
   */
  public static Ports standard() {
    return standard(key -> Setting.of(key).orElse(null));
  }

  static Ports standard(UnaryOperator<@Nullable String> settings) {
    int offset = number(settings, "tierline.ports.offset").orElse(0);
    Map<Port, Integer> numbers = new EnumMap<>(Port.class);
    for (Port port : Port.values()) {
      numbers.put(port, number(settings, port.property()).orElse(port.standard() + offset));
    }
    return new Ports(numbers);
  }

  /** Ports that nobody listens on now. */
  public static Ports free() {
    Map<Port, Integer> numbers = new EnumMap<>(Port.class);
    List<ServerSocket> held = new ArrayList<>();
    try {
      for (Port port : Port.values()) {
        ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        held.add(socket);
        numbers.put(port, socket.getLocalPort());
      }
      for (ServerSocket socket : held) {
        socket.close();
      }
      return new Ports(numbers);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static int anyFree() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The number of a port. */
  public int of(Port port) {
    return numbers.get(port);
  }

  String local(Port port) {
    return "127.0.0.1:" + of(port);
  }

  String http(Port port) {
    return "http://" + local(port);
  }

  /** Refuses if somebody listens on one of them. */
  void expectFree(List<Port> ports) {
    for (Port port : ports) {
      int number = of(port);
      if (!Listeners.free(number, port == Port.HTTP)) {
        throw new StackFailure(
            "Expected port %d to be free for %s, but %s listens there; move it with -D%s=<port>, or all ports with -Dtierline.ports.offset=1000."
                .formatted(number, port.title(), Listeners.on(number), port.property()));
      }
    }
  }

  private static Optional<Integer> number(UnaryOperator<@Nullable String> settings, String key) {
    String value = settings.apply(key);
    if (value == null || value.isBlank()) {
      return Optional.empty();
    }
    try {
      return Optional.of(Integer.parseInt(value.strip()));
    } catch (NumberFormatException e) {
      throw new StackFailure("Expected %s to be a number, but it is \"%s\".".formatted(key, value));
    }
  }
}
