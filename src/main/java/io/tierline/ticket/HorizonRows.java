package io.tierline.ticket;

import static io.tierline.ticket.TicketRows.utc;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How far calendars are known, in the projection. */
@Repository
class HorizonRows implements Horizons {

  private final JdbcClient jdbc;
  private final Clock clock;

  HorizonRows(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * Where a page of the report goes on: after the ticket of this id among those of this horizon.
   */
  record Place(LocalDate horizon, long id) {
    static final Place FIRST = new Place(LocalDate.MIN, 0);
  }

  /** A ticket of the report. */
  record Near(Place place, String number) {}

  @Override
  public boolean ends(String pack, @Nullable String agreement, LocalDate knownTo) {
    return jdbc.sql(
            """
            select exists (
              select from ticket where pack = :pack and status <> 'closed' and known_to = :knownTo
                and (:agreement::text is null or agreement = :agreement))
            """)
        .param("pack", pack)
        .param("agreement", agreement)
        .param("knownTo", knownTo)
        .query(Boolean.class)
        .single();
  }

  @Override
  public int judgeAnew(String pack, long taken, int limit) {
    return jdbc.sql(
            """
            update ticket set next_change_at = :now where id in (
              select id from ticket
              where horizon = '-infinity' and status <> 'closed' and pack = :pack
                and calendar_taken < :taken and (next_change_at is null or next_change_at > :now)
              limit :limit for update skip locked)
            """)
        .param("now", utc(clock.instant()))
        .param("pack", pack)
        .param("taken", taken)
        .param("limit", limit)
        .update();
  }

  /** Open tickets with unknown clocks, then those whose calendars end by a date, the first ones. */
  List<Near> near(@Nullable String vendor, LocalDate until, Place after, int limit) {
    String whose = vendor == null ? "" : "vendor = :vendor and ";
    return jdbc.sql(
            """
            select horizon, id, number from ticket
            where %s horizon is not null and status <> 'closed' and horizon <= :until
              and (horizon, id) > (:horizon, :id)
            order by horizon, id limit :limit
            """
                .formatted(whose))
        .param("vendor", vendor)
        .param("until", until)
        .param("horizon", after.horizon())
        .param("id", after.id())
        .param("limit", limit)
        .query(
            (row, n) ->
                new Near(
                    new Place(row.getObject("horizon", LocalDate.class), row.getLong("id")),
                    row.getString("number")))
        .list();
  }

  /** How many open clocks of open tickets are unknown. */
  long unknown() {
    return jdbc.sql(
            """
            select coalesce(sum(unknown_clocks), 0) from ticket
            where horizon = '-infinity' and status <> 'closed'
            """)
        .query(Long.class)
        .single();
  }
}
