package io.tierline.cases;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What Kafka holds of the tickets. An event that came twice counts once, as for any consumer. */
final class ToldEvents implements AutoCloseable {

  private static final String TOPIC = "ticket-events";

  private final KafkaConsumer<String, String> consumer;
  private final Map<String, Map<String, JsonNode>> events = new LinkedHashMap<>();

  ToldEvents(String brokers) {
    consumer =
        new KafkaConsumer<>(
            Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, brokers),
            new StringDeserializer(),
            new StringDeserializer());
    List<TopicPartition> partitions =
        consumer.partitionsFor(TOPIC).stream()
            .map(partition -> new TopicPartition(TOPIC, partition.partition()))
            .toList();
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
  }

  /** The kinds of a ticket's events, in the order in which they came. */
  synchronized List<String> of(String ticket) {
    consumer
        .poll(Duration.ofMillis(200))
        .forEach(
            event -> {
              JsonNode told = JsonMapper.shared().readTree(event.value());
              events
                  .computeIfAbsent(event.key(), key -> new LinkedHashMap<>())
                  .putIfAbsent(told.path("id").asString(), told);
            });
    return new ArrayList<>(events.getOrDefault(ticket, Map.of()).values())
        .stream().map(event -> event.at("/entry/kind").asString()).toList();
  }

  @Override
  public void close() {
    consumer.close();
  }
}
