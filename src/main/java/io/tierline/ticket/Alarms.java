package io.tierline.ticket;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks at the tickets whose judgement is due to change, callouts first, a batch at a time. */
@Component
class Alarms {

  private static final Logger LOG = LoggerFactory.getLogger(Alarms.class);

  private final DueTickets due;
  private final Alarm alarm;
  private final Lateness lateness;
  private final Clock clock;
  private final int batch;

  /**
   * @param batch {@code tierline.alarms.batch}: how many tickets a round takes
   */
  Alarms(
      DueTickets due,
      Alarm alarm,
      Lateness lateness,
      Clock clock,
      @Value("${tierline.alarms.batch:200}") int batch) {
    this.due = due;
    this.alarm = alarm;
    this.lateness = lateness;
    this.clock = clock;
    this.batch = batch;
  }

  /** One round; the pause between two is {@code tierline.alarms.pause}. */
  @Scheduled(fixedDelayString = "${tierline.alarms.pause:250ms}")
  void round() {
    try {
      Instant now = clock.instant();
      lateness.overdue(due.overdue(now));
      due.first(now, batch).forEach(ticket -> ring(ticket, now));
    } catch (RuntimeException e) {
      LOG.warn("Alarms wait for the database: {}", e.getMessage());
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
