package io.tierline.outbox;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The outbox alone on the real database, and relays of our own beside the application's. Not marked
 * as a configuration: the whole server's component scan would find it.
 */
@EnableAutoConfiguration
@ComponentScan
@EnableScheduling
class OutboxWorld {

  @Bean
  Hands hands(
      Outbox outbox,
      OutboxRows rows,
      Bells bells,
      Carried carried,
      TransactionTemplate transactions,
      JdbcClient jdbc) {
    return new Hands(outbox, rows, bells, carried, transactions, jdbc);
  }

  record Hands(
      Outbox outbox,
      OutboxRows rows,
      Bells bells,
      Carried carried,
      TransactionTemplate transactions,
      JdbcClient jdbc) {

    void write(String destination, String lane, Object n) {
      transactions.executeWithoutResult(
          open ->
              outbox.send(
                  new Parcel(lane, destination, Parcel.Urgency.EVENT, "counted", Map.of("n", n))));
    }

    /** A relay as another instance would have it: it hears no bell but its own. */
    OutboxRelay relay(Destination destination, OutboxSettings settings) {
      return relay(destination, settings, new Bells());
    }

    OutboxRelay relay(Destination destination, OutboxSettings settings, Bells heard) {
      OutboxRelay relay = new OutboxRelay(List.of(destination), rows, heard, settings, carried);
      relay.start();
      return relay;
    }

    void forget(String destination) {
      jdbc.sql("delete from outbox where destination = ?").param(destination).update();
    }

    long waiting(String destination) {
      return jdbc.sql("select count(*) from outbox where destination = ?")
          .param(destination)
          .query(Long.class)
          .single();
    }
  }

  static OutboxSettings polling(Duration poll) {
    return new OutboxSettings(
        poll,
        Duration.ofMillis(20),
        Duration.ofSeconds(2),
        poll.plusSeconds(5),
        1,
        64,
        Duration.ofMillis(100),
        Duration.ofSeconds(1),
        Duration.ofMillis(20),
        Duration.ofMillis(200),
        Duration.ofMillis(500));
  }
}
