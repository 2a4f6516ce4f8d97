package io.tierline.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PortsTest {

  @Test
  void shouldMoveAllPortsOrASingleOne() {
    Map<String, String> settings =
        Map.of("tierline.ports.offset", "1000", "tierline.ports.postgres", "5432");

    Ports ports = Ports.standard(settings::get);

    assertThat(ports.of(Port.HTTP)).isEqualTo(9080);
    assertThat(ports.of(Port.ENGINE)).isEqualTo(27500);
    assertThat(ports.of(Port.POSTGRES)).isEqualTo(5432);
  }

  @Test
  void shouldNameTheSettingThatIsNoNumber() {
    assertThatThrownBy(() -> Ports.standard(Map.of("tierline.ports.mail", "post")::get))
        .isInstanceOf(StackFailure.class)
        .hasMessage("Expected tierline.ports.mail to be a number, but it is \"post\".");
  }

  @Test
  void shouldNameWhoListensOnATakenPort() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String number = String.valueOf(taken.getLocalPort());
      Ports ports = Ports.standard(Map.of("tierline.ports.kafka", number)::get);

      assertThatThrownBy(() -> ports.expectFree(List.of(Port.KAFKA)))
          .isInstanceOf(StackFailure.class)
          .hasMessageContaining("Expected port " + number + " to be free for Kafka, but")
          .hasMessageContaining("-Dtierline.ports.kafka=<port>");
    }
  }
}
