package io.tierline.ticket;

import static io.tierline.ticket.TicketRows.utc;

import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The schedule's column: who is due, and who must wait because it failed. */
@Repository
class DueTickets {

  private final JdbcClient jdbc;

  DueTickets(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Numbers of tickets that are due and held by nobody, callouts first. */
  List<String> numbers(Instant now, int limit) {
    return jdbc.sql(
            """
            select number from ticket
            where next_change_at <= :now and (alarm_retry_at is null or alarm_retry_at <= :now)
            order by alarm_calls desc, next_change_at limit :limit
            for update skip locked
            """)
        .param("now", utc(now))
        .param("limit", limit)
        .query(String.class)
        .list();
  }

  /** Lets a failed ticket wait: 1 s, then twice as long each time, up to about four minutes. */
  void putOff(String number, Instant now) {
    jdbc.sql(
            """
            update ticket set alarm_failures = alarm_failures + 1,
              alarm_retry_at = :now + interval '1 second' * power(2, least(alarm_failures, 8))
            where number = :number
            """)
        .param("now", utc(now))
        .param("number", number)
        .update();
  }
}
