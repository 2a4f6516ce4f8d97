package io.tierline.incident;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The incidents, made from the timeline's entries. */
@Component
class Incidents {

  /** What an organisation may be told, and whether as the ticket's vendor. */
  private static final String TOLD =
      """
      select i.*, t.vendor = :org as inside from incident i join ticket t on t.number = i.ticket
      where :org in (t.vendor, t.reseller, t.customer)
      """;

  private final JdbcClient jdbc;

  Incidents(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Adds one and gives its number. */
  String declare(
      String ticket, int generation, String callout, Called called, Instant at, long seq) {
    return jdbc.sql(
            """
            insert into incident
              (number, ticket, generation, callout, role, task_group, status, declared_at, declared_seq)
            select 'I-' || lpad(id, greatest(6, length(id)), '0'),
              :ticket, :generation, :callout, :role, :group, 'open', :at, :seq
            from (select nextval('incident_number')::text as id) as next
            returning number
            """)
        .param("ticket", ticket)
        .param("generation", generation)
        .param("callout", callout)
        .param("role", called.role())
        .param("group", called.group())
        .param("at", Timestamp.from(at))
        .param("seq", seq)
        .query(String.class)
        .single();
  }

  /** Whom a callout calls. */
  record Called(String role, String group) {}

  /** Closes those of a callout that are open. */
  void answer(
      String ticket, String callout, Instant at, @Nullable String by, @Nullable String action) {
    jdbc.sql(
            """
            update incident
            set status = 'answered', answered_at = :at, answered_by = :by, action = :action
            where ticket = :ticket and callout = :callout and status = 'open'
            """)
        .param("ticket", ticket)
        .param("callout", callout)
        .param("at", Timestamp.from(at))
        .param("by", by)
        .param("action", action)
        .update();
  }

  /** Withdraws those that are open and whose callout is none of the given any more. */
  void withdraw(String ticket, List<String> callouts, Instant at) {
    jdbc.sql(
            """
            update incident set status = 'withdrawn', withdrawn_at = :at
            where ticket = :ticket and status = 'open' and callout <> all(:callouts)
            """)
        .param("ticket", ticket)
        .param("callouts", callouts.toArray(String[]::new))
        .param("at", Timestamp.from(at))
        .update();
  }

  /** One of an organisation's tickets. */
  Optional<Incident> find(String org, String number) {
    return jdbc.sql(TOLD + "and i.number = :number")
        .param("org", org)
        .param("number", number)
        .query(Incidents::told)
        .optional();
  }

  /**
   * Those of an organisation's tickets, newest first.
   *
   * @param ticket only those of one; null for all
   * @param before only those before a number; null for all
   */
  List<Incident> list(String org, @Nullable String ticket, @Nullable String before, int limit) {
    return jdbc.sql(
            TOLD
                + """
              and (:ticket::text is null or i.ticket = :ticket)
              and (:before::text is null
                or (length(i.number), i.number) < (length(:before), :before))
            order by length(i.number) desc, i.number desc limit :limit
            """)
        .param("org", org)
        .param("ticket", ticket)
        .param("before", before)
        .param("limit", limit)
        .query(Incidents::told)
        .list();
  }

  /** As the organisation may read it: whoever is not this ticket's vendor is told less. */
  private static Incident told(ResultSet row, int n) throws SQLException {
    Incident incident = incident(row, n);
    return row.getBoolean("inside") ? incident : incident.forReseller();
  }

  private static Incident incident(ResultSet row, int n) throws SQLException {
    Timestamp answered = row.getTimestamp("answered_at");
    Timestamp withdrawn = row.getTimestamp("withdrawn_at");
    return new Incident(
        row.getString("number"),
        row.getString("ticket"),
        row.getString("callout"),
        row.getString("role"),
        row.getString("task_group"),
        row.getString("status"),
        row.getTimestamp("declared_at").toInstant(),
        answered == null ? null : answered.toInstant(),
        row.getString("answered_by"),
        row.getString("action"),
        withdrawn == null ? null : withdrawn.toInstant());
  }
}
