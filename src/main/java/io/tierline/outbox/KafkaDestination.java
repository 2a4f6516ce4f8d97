package io.tierline.outbox;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.core.ProducerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The topic of ticket events. A lane's parcels share a key, hence a partition, hence an order. */
@Component
class KafkaDestination implements Destination, DisposableBean {
  private final KafkaTemplate<String, String> kafka;
  private final JsonMapper json;
  private final String topic;

  KafkaDestination(
      ProducerFactory<String, String> producers,
      OutboxSettings settings,
      JsonMapper json,
      @Value("${tierline.topic:ticket-events}") String topic) {
    this.kafka = new KafkaTemplate<>(producers, careful((int) settings.sendTimeout().toMillis()));
    this.json = json;
    this.topic = topic;
  }

  /** The producer gives up before the relay does: what failed for us must not arrive later. */
  private static Map<String, Object> careful(int timeout) {
    int part = timeout * 2 / 5;
    return Map.of(
        ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG,
        StringSerializer.class,
        ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG,
        StringSerializer.class,
        ProducerConfig.ACKS_CONFIG,
        "all",
        ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
        true,
        ProducerConfig.LINGER_MS_CONFIG,
        0,
        ProducerConfig.MAX_BLOCK_MS_CONFIG,
        part,
        ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
        part / 2,
        ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
        part);
  }

  @Override
  public String name() {
    return "kafka";
  }

  @Override
  public CompletableFuture<Void> send(
      String id, String lane, String type, Map<String, Object> body) {
    ProducerRecord<String, String> event =
        new ProducerRecord<>(topic, lane, json.writeValueAsString(body));
    event.headers().add("id", id.getBytes(StandardCharsets.UTF_8));
    event.headers().add("type", type.getBytes(StandardCharsets.UTF_8));
    return kafka.send(event).thenAccept(sent -> {});
  }

  @Override
  public void destroy() {
    kafka.destroy();
  }
}
