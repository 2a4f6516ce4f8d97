package io.tierline.ticket;

import static io.tierline.ticket.TicketRows.utc;

import java.time.Duration;
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

  /**
   * A ticket whose judgement is due to change.
   *
   * @param at since when
   * @param calls whether somebody will be called
   */
  record Due(String number, Instant at, boolean calls) {}

  /** Those that are due and held by nobody, callouts first. */
  List<Due> first(Instant now, int limit) {
    return jdbc.sql(
            """
            select number, next_change_at, alarm_calls from ticket
            where next_change_at <= :now and (alarm_retry_at is null or alarm_retry_at <= :now)
            order by alarm_calls desc, next_change_at limit :limit
            for update skip locked
            """)
        .param("now", utc(now))
        .param("limit", limit)
        .query(
            (row, n) ->
                new Due(
                    row.getString("number"),
                    row.getTimestamp("next_change_at").toInstant(),
                    row.getBoolean("alarm_calls")))
        .list();
  }

  /** For how long the most overdue ticket has been; zero if none is. */
  Duration overdue(Instant now) {
    return jdbc.sql("select min(next_change_at) as first from ticket")
        .query((row, n) -> row.getTimestamp("first"))
        .optional()
        .map(first -> Duration.between(first.toInstant(), now))
        .filter(Duration::isPositive)
        .orElse(Duration.ZERO);
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
