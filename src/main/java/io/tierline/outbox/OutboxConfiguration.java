package io.tierline.outbox;

import org.apache.kafka.clients.admin.NewTopic;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.config.TopicBuilder;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(OutboxSettings.class)
class OutboxConfiguration {

  @Bean
  NewTopic ticketEvents(
      @Value("${tierline.topic:ticket-events}") String topic,
      @Value("${tierline.topic-partitions:12}") int partitions,
      @Value("${tierline.topic-replicas:1}") int replicas) {
    return TopicBuilder.name(topic).partitions(partitions).replicas(replicas).build();
  }
}
