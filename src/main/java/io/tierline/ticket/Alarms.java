package io.tierline.ticket;

import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Looks at the tickets whose judgement is due to change, callouts first, a batch at a time, some of
 * them at once: an alarm mostly waits for the database, and on a busy machine all the more.
 */
@Component
class Alarms {

  private static final Logger LOG = LoggerFactory.getLogger(Alarms.class);

  private final DueTickets due;
  private final Alarm alarm;
  private final Lateness lateness;
  private final Clock clock;
  private final int batch;
  private final ExecutorService hands;

  /**
   * @param batch {@code tierline.alarms.batch}: how many tickets a round takes
   * @param atOnce {@code tierline.alarms.at-once}: how many of them at once
   */
  Alarms(
      DueTickets due,
      Alarm alarm,
      Lateness lateness,
      Clock clock,
      @Value("${tierline.alarms.batch:200}") int batch,
      @Value("${tierline.alarms.at-once:4}") int atOnce) {
    this.due = due;
    this.alarm = alarm;
    this.lateness = lateness;
    this.clock = clock;
    this.batch = batch;
    this.hands =
        Executors.newFixedThreadPool(atOnce, Thread.ofVirtual().name("alarm-", 0).factory());
  }

  /** One round; the pause between two is {@code tierline.alarms.pause}. */
  @Scheduled(fixedDelayString = "${tierline.alarms.pause:250ms}")
  void round() {
    try {
      Instant now = clock.instant();
      lateness.overdue(due.overdue(now));
      List<DueTickets.Due> first = due.first(now, batch);
      lateness.pressing(first.size() == batch);
      ring(first, now);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      LOG.warn("Alarms wait for the database: {}", e.getMessage());
    }
  }

  @PreDestroy
  void close() {
    hands.shutdown();
  }

  /** A failure that can't be put off ends the round, for the rest would only fail as well. */
  private void ring(List<DueTickets.Due> tickets, Instant now) throws InterruptedException {
    AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    List<Callable<Object>> calls =
        tickets.stream()
            .map(ticket -> Executors.callable(() -> ringUnless(failure, ticket, now)))
            .toList();
    hands.invokeAll(calls);
    if (failure.get() instanceof RuntimeException outage) {
      throw outage;
    }
    if (failure.get() instanceof Error fault) {
      throw fault;
    }
  }

  private void ringUnless(
      AtomicReference<@Nullable Throwable> failure, DueTickets.Due ticket, Instant now) {
    if (failure.get() == null) {
      try {
        ring(ticket, now);
      } catch (RuntimeException | Error thrown) {
        failure.compareAndSet(null, thrown);
      }
    }
  }

  private void ring(DueTickets.Due ticket, Instant now) {
    try {
      if (alarm.ring(ticket.number())) {
        lateness.rang(ticket, Duration.between(ticket.at(), clock.instant()));
      }
    } catch (RuntimeException e) {
      LOG.error("The alarm of {} failed and is put off; the others go on", ticket.number(), e);
      due.putOff(ticket.number(), now);
    }
  }
}
