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

  /** Where an alert is. */
  record Taken(String ticket, boolean cleared) {}

  /**
   * Lets one of several deliveries for an agreement's group through at a time, until the commit.
   */
  void queue(String agreement, String group) {
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 1))")
        .param(agreement + '\n' + group)
        .query(row -> {});
  }

  Optional<Taken> find(Name name) {
    return jdbc.sql(
            """
            select ticket, cleared_at is not null as cleared from alert
            where agreement = ? and fingerprint = ? and starts_at = ?
            """)
        .params(name.agreement(), name.fingerprint(), Timestamp.from(name.startsAt()))
        .query((row, n) -> new Taken(row.getString("ticket"), row.getBoolean("cleared")))
        .optional();
  }

  /** The open ticket that alerts of a group are on; empty if there is none. */
  Optional<String> open(String agreement, String group) {
    return jdbc.sql(
            """
            select a.ticket from alert a join ticket t on t.number = a.ticket
            where a.agreement = ? and a.group_key = ? and t.status = 'open'
            order by a.received_at desc limit 1
            """)
        .params(agreement, group)
        .query(String.class)
        .optional();
  }

  void add(Name name, String group, String ticket, Instant now) {
    jdbc.sql(
            """
            insert into alert (agreement, fingerprint, starts_at, group_key, ticket, received_at)
            values (?, ?, ?, ?, ?, ?)
            """)
        .params(
            name.agreement(),
            name.fingerprint(),
            Timestamp.from(name.startsAt()),
            group,
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
