package io.tierline.incident;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which alerts were taken, and the tickets that they are on. */
@Repository
class AlertRows {

  private final JdbcClient jdbc;

  AlertRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * An alert's name: the same thing sent again is the same alert, the next time it fires it isn't.
   */
  record Name(String agreement, String fingerprint, Instant startsAt) {}

  /** Where an alert is; {@code closed} is the ticket. */
  record Taken(String ticket, boolean cleared, boolean closed) {}

  /**
   * Lets one of several deliveries of an alert through at a time, and one of what shares a ticket,
   * until the commit: always in this order, so that nobody waits in a circle.
   */
  void queue(Name name, String sharing) {
    lock(name.toString());
    lock(name.agreement() + '\n' + sharing);
  }

  private void lock(String what) {
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 1))").param(what).query(row -> {});
  }

  Optional<Taken> find(Name name) {
    return jdbc.sql(
            """
            select a.ticket, a.cleared_at is not null as cleared, t.status = 'closed' as closed
            from alert a join ticket t on t.number = a.ticket
            where a.agreement = ? and a.fingerprint = ? and a.starts_at = ?
            """)
        .params(name.agreement(), name.fingerprint(), Timestamp.from(name.startsAt()))
        .query(
            (row, n) ->
                new Taken(
                    row.getString("ticket"), row.getBoolean("cleared"), row.getBoolean("closed")))
        .optional();
  }

  /** The open ticket of what shares one; empty if there is none. */
  Optional<String> open(String agreement, String sharing) {
    return jdbc.sql(
            """
            select a.ticket from alert a join ticket t on t.number = a.ticket
            where a.agreement = ? and a.sharing = ? and t.status = 'open'
            order by a.received_at desc limit 1
            """)
        .params(agreement, sharing)
        .query(String.class)
        .optional();
  }

  void add(Name name, String sharing, String ticket, Instant now) {
    jdbc.sql(
            """
            insert into alert (agreement, fingerprint, starts_at, sharing, ticket, received_at)
            values (?, ?, ?, ?, ?, ?)
            """)
        .params(
            name.agreement(),
            name.fingerprint(),
            Timestamp.from(name.startsAt()),
            sharing,
            ticket,
            Timestamp.from(now))
        .update();
  }

  void clear(Name name, Instant now) {
    jdbc.sql(
            """
            update alert set cleared_at = ?
            where agreement = ? and fingerprint = ? and starts_at = ?
            """)
        .params(
            Timestamp.from(now),
            name.agreement(),
            name.fingerprint(),
            Timestamp.from(name.startsAt()))
        .update();
  }
}
