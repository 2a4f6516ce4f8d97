package io.tierline.ticket;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
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
  private final Clock clock;
  private final int batch;

  /**
   * @param batch {@code tierline.alarms.batch}: how many tickets a round takes
   */
  Alarms(
      DueTickets due, Alarm alarm, Clock clock, @Value("${tierline.alarms.batch:200}") int batch) {
    this.due = due;
    this.alarm = alarm;
    this.clock = clock;
    this.batch = batch;
  }

  /** One round; the pause between two is {@code tierline.alarms.pause}. */
  @Scheduled(fixedDelayString = "${tierline.alarms.pause:250ms}")
  void round() {
    try {
      Instant now = clock.instant();
      List<String> numbers = due.numbers(now, batch);
      numbers.forEach(number -> ring(number, now));
    } catch (RuntimeException e) {
      LOG.warn("Alarms wait for the database: {}", e.getMessage());
    }
  }

  private void ring(String number, Instant now) {
    try {
      alarm.ring(number);
    } catch (RuntimeException e) {
      LOG.error("The alarm of {} failed and is put off; the others go on", number, e);
      due.putOff(number, now);
    }
  }
}
