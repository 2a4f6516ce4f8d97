package io.tierline.ticket;

import static io.tierline.ticket.TicketRows.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Changes of calendars for many tickets, and how far each has come. */
@Repository
class ChangeRows {

  private final JdbcClient jdbc;
  private final Jsonb jsonb;

  ChangeRows(JdbcClient jdbc, Jsonb jsonb) {
    this.jdbc = jdbc;
    this.jsonb = jsonb;
  }

  /**
   * A change of a calendar for all tickets of a pack or an agreement that were open then.
   *
   * @param reached the id of the last ticket that was looked at
   * @param recorded how many tickets have it on their timelines
   * @param refused how many can't have it, such as those whose own calendar doesn't know the date
   */
  record Change(
      long id,
      String pack,
      @Nullable String agreement,
      Map<String, Object> data,
      Instant takenAt,
      long reached,
      long recorded,
      long refused,
      boolean done) {}

  /** A ticket to be looked at. */
  record Open(long id, String number, Instant openedAt) {}

  /** Stores a change; empty if the key was taken before. */
  Optional<Long> add(
      String pack,
      @Nullable String agreement,
      Map<String, Object> data,
      Instant takenAt,
      Requests.Request request) {
    return jdbc.sql(
            """
            insert into calendar_change (pack, agreement, data, taken_at, brought_by, key, request, last)
            values (:pack, :agreement, :data::jsonb, :takenAt, :by, :key, :request,
              (select coalesce(max(id), 0) from ticket))
            on conflict (brought_by, key) do nothing returning id
            """)
        .param("pack", pack)
        .param("agreement", agreement)
        .param("data", jsonb.write(data))
        .param("takenAt", utc(takenAt))
        .param("by", request.scope())
        .param("key", request.key())
        .param("request", request.hash())
        .query(Long.class)
        .optional();
  }

  /** The change of a key, if it asked for the same; empty if for another. */
  Optional<Long> same(Requests.Request request) {
    return jdbc.sql(
            "select id from calendar_change where brought_by = ? and key = ? and request = ?")
        .params(request.scope(), request.key(), request.hash())
        .query(Long.class)
        .optional();
  }

  Optional<Change> find(long id) {
    return jdbc.sql("select * from calendar_change where id = ?")
        .param(id)
        .query(this::change)
        .optional();
  }

  /** The first that isn't done. */
  Optional<Change> first() {
    return jdbc.sql("select * from calendar_change where not done order by id limit 1")
        .query(this::change)
        .optional();
  }

  /** The next tickets that a change is for. */
  List<Open> next(Change change, int limit) {
    return jdbc.sql(
            """
            select id, number, opened_at from ticket
            where pack = :pack and status <> 'closed' and id > :reached
              and id <= (select last from calendar_change where id = :id)
              and (:agreement::text is null or agreement = :agreement)
            order by id limit :limit
            """)
        .param("pack", change.pack())
        .param("reached", change.reached())
        .param("id", change.id())
        .param("agreement", change.agreement())
        .param("limit", limit)
        .query(
            (row, n) ->
                new Open(
                    row.getLong("id"),
                    row.getString("number"),
                    row.getObject("opened_at", OffsetDateTime.class).toInstant()))
        .list();
  }

  /** Notes how far it has come, unless another instance did so meanwhile. */
  void reached(Change change, long id, int recorded, int refused) {
    jdbc.sql(
            """
            update calendar_change set reached = :to, recorded = recorded + :recorded,
              refused = refused + :refused
            where id = :id and reached = :from
            """)
        .param("to", id)
        .param("recorded", recorded)
        .param("refused", refused)
        .param("id", change.id())
        .param("from", change.reached())
        .update();
  }

  void done(Change change) {
    jdbc.sql("update calendar_change set done = true where id = ?").param(change.id()).update();
  }

  private Change change(ResultSet row, int n) throws SQLException {
    return new Change(
        row.getLong("id"),
        row.getString("pack"),
        row.getString("agreement"),
        jsonb.facts(row.getString("data")),
        row.getObject("taken_at", OffsetDateTime.class).toInstant(),
        row.getLong("reached"),
        row.getLong("recorded"),
        row.getLong("refused"),
        row.getBoolean("done"));
  }
}
