package io.tierline.journey;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Everything that Kafka holds of the tickets, as a consumer of the customer's would read it. */
public final class Topic {

  private final Map<String, List<JsonNode>> events = new ConcurrentHashMap<>();

  /** Reads from the beginning. */
  public Topic(String bootstrapServers) {
    Properties settings = new Properties();
    settings.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
    settings.put(ConsumerConfig.GROUP_ID_CONFIG, "journeys-" + System.nanoTime());
    settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    KafkaConsumer<String, String> consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer());
    consumer.subscribe(List.of("ticket-events"));
    Thread.ofVirtual().start(() -> read(consumer));
  }

  private void read(KafkaConsumer<String, String> consumer) {
    while (!Thread.currentThread().isInterrupted()) {
      consumer
          .poll(Duration.ofMillis(200))
          .forEach(
              seen ->
                  events
                      .computeIfAbsent(seen.key(), ticket -> new CopyOnWriteArrayList<>())
                      .add(JsonMapper.shared().readTree(seen.value())));
    }
  }

  /** The events of a ticket, in the order in which they arrived. */
  public List<JsonNode> of(String ticket) {
    return new ArrayList<>(events.getOrDefault(ticket, List.of()));
  }
}
