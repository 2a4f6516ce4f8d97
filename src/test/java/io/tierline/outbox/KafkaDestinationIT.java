package io.tierline.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.tierline.stack.Kafka;
import io.tierline.stack.OnTheStack;
import io.tierline.stack.PostgreSql;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestPropertySource;

@OnTheStack({PostgreSql.class, Kafka.class})
@ContextConfiguration(classes = OutboxWorld.class)
@TestPropertySource(
    properties = {"tierline.topic=outbox-it", "spring.kafka.consumer.auto-offset-reset=earliest"})
class KafkaDestinationIT {
  @Autowired private OutboxWorld.Hands hands;
  @Autowired private ConsumerFactory<String, String> consumers;

  @Test
  void shouldSendALaneInOrderWithTheLaneAsKeyAndAnIdOfItsOwn() {
    String lane = "T-" + UUID.randomUUID();
    IntStream.rangeClosed(1, 20).forEach(n -> hands.write("kafka", lane, n));

    List<ConsumerRecord<String, String>> events = new ArrayList<>();
    try (Consumer<String, String> consumer =
        consumers.createConsumer(UUID.randomUUID().toString(), "")) {
      consumer.subscribe(List.of("outbox-it"));
      Awaitility.await()
          .atMost(Duration.ofSeconds(30))
          .until(
              () -> {
                consumer.poll(Duration.ofMillis(200)).forEach(event -> addIf(event, lane, events));
                return events.size() >= 20;
              });
    }

    assertThat(events)
        .extracting(ConsumerRecord::value)
        .isEqualTo(IntStream.rangeClosed(1, 20).mapToObj(n -> "{\"n\":" + n + "}").toList());
    assertThat(events).extracting(KafkaDestinationIT::id).doesNotHaveDuplicates().hasSize(20);
  }

  private static void addIf(
      ConsumerRecord<String, String> event, String lane, List<ConsumerRecord<String, String>> to) {
    if (lane.equals(event.key())) {
      to.add(event);
    }
  }

  private static String id(ConsumerRecord<String, String> event) {
    return new String(event.headers().lastHeader("id").value(), StandardCharsets.UTF_8);
  }
}
