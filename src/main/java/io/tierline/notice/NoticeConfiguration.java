package io.tierline.notice;

import io.micrometer.core.instrument.MeterRegistry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.DataAccessException;
import org.springframework.kafka.KafkaException;
import org.springframework.kafka.config.ConcurrentKafkaListenerContainerFactory;
import org.springframework.kafka.config.TopicBuilder;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.listener.ConsumerRecordRecoverer;
import org.springframework.kafka.listener.ContainerProperties.AckMode;
import org.springframework.kafka.listener.DeadLetterPublishingRecoverer;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.kafka.support.ExponentialBackOffWithMaxRetries;
import org.springframework.transaction.TransactionException;
import org.springframework.util.backoff.ExponentialBackOff;

/** How the listener reads: an outage is waited for, without end; only the unusable is set aside. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(NoticeSettings.class)
class NoticeConfiguration {
  private static final Logger LOG = LoggerFactory.getLogger(NoticeConfiguration.class);

  private static final int TRIES = 6;

  @Bean
  NewTopic unusableEvents(
      @Value("${tierline.topic:ticket-events}") String topic,
      @Value("${tierline.topic-replicas:1}") int replicas) {
    return TopicBuilder.name(unusable(topic)).partitions(1).replicas(replicas).build();
  }

  @Bean
  ConcurrentKafkaListenerContainerFactory<String, String> noticeListeners(
      ConsumerFactory<String, String> consumers,
      KafkaTemplate<?, ?> kafka,
      NoticeSettings settings,
      MeterRegistry meters) {
    ExponentialBackOff pauses = new ExponentialBackOff(settings.firstBackoff().toMillis(), 2);
    pauses.setMaxInterval(settings.maxBackoff().toMillis());
    DefaultErrorHandler errors = new DefaultErrorHandler(setAside(kafka, meters), pauses);
    errors.addNotRetryableExceptions(Unusable.class);
    // What is no outage is a fault that another try rarely mends; others' mails wait behind it.
    errors.setBackOffFunction(
        (event, fault) -> outage(fault) ? pauses : new ExponentialBackOffWithMaxRetries(TRIES));
    errors.setLogLevel(KafkaException.Level.WARN);
    var factory = new ConcurrentKafkaListenerContainerFactory<String, String>();
    factory.setConsumerFactory(consumers);
    factory.setCommonErrorHandler(errors);
    factory.getContainerProperties().setAckMode(AckMode.RECORD);
    return factory;
  }

  private static boolean outage(@Nullable Throwable fault) {
    return fault instanceof DataAccessException
        || fault instanceof TransactionException
        || (fault != null && outage(fault.getCause()));
  }

  private static ConsumerRecordRecoverer setAside(KafkaTemplate<?, ?> kafka, MeterRegistry meters) {
    ConsumerRecordRecoverer publisher =
        new DeadLetterPublishingRecoverer(
            kafka, (event, fault) -> new TopicPartition(unusable(event.topic()), 0));
    return (event, fault) -> {
      publisher.accept(event, fault);
      meters.counter("tierline.notice.unusable").increment();
      LOG.error(
          "Event {}-{}@{} went to {}: {}",
          event.topic(),
          event.partition(),
          event.offset(),
          unusable(event.topic()),
          fault.getCause() == null ? fault.getMessage() : fault.getCause().getMessage());
    };
  }

  private static String unusable(String topic) {
    return topic + "-unusable";
  }
}
