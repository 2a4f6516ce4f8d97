package io.tierline.ticket;

import io.tierline.policy.Judgement;
import io.tierline.policy.Place;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The projection in PostgreSQL. */
@Repository
class TicketRows {

  private static final String ROW =
      """
      select number, generation, agreement, pack, pack_version, customer, reseller, vendor, last_seq,
        last_at, opened_at, next_change_at, judgement
      from ticket
      """;

  private final JdbcClient jdbc;
  private final Jsonb jsonb;

  TicketRows(JdbcClient jdbc, Jsonb jsonb) {
    this.jdbc = jdbc;
    this.jsonb = jsonb;
  }

  Optional<Ticket> find(String number) {
    return one(ROW + "where number = :number", number);
  }

  /** Nothing can be recorded on the ticket until the caller's transaction ends. */
  Optional<Ticket> lock(String number) {
    return one(ROW + "where number = :number for update", number);
  }

  /** The same, but empty at once if somebody else holds it. */
  Optional<Ticket> lockIfFree(String number) {
    return one(ROW + "where number = :number for update skip locked", number);
  }

  private Optional<Ticket> one(String sql, String number) {
    return jdbc.sql(sql).param("number", number).query(this::ticket).optional();
  }

  /** The pack that a ticket follows, without reading how it stands. */
  Optional<Pinned> pinned(String number) {
    return jdbc.sql("select pack, pack_version from ticket where number = :number")
        .param("number", number)
        .query((row, n) -> new Pinned(row.getString("pack"), row.getString("pack_version")))
        .optional();
  }

  record Pinned(String pack, String version) {}

  /** Makes the row of a new ticket, last entry 0; gives its number. */
  String insert(NewTicket ticket, Instant openedAt, Judgement judgement) {
    return jdbc.sql(
            """
            insert into ticket (agreement, pack, pack_version, customer, reseller, vendor, status,
              judgement, last_seq, last_at, opened_at)
            values (:agreement, :pack, :version, :customer, :reseller, :vendor, :status,
              :judgement::jsonb, 0, :openedAt, :openedAt)
            returning number
            """)
        .param("agreement", ticket.agreement())
        .param("pack", ticket.pack())
        .param("version", ticket.version())
        .param("customer", ticket.customer())
        .param("reseller", ticket.reseller())
        .param("vendor", ticket.vendor())
        .param("status", judgement.status())
        .param("judgement", jsonb.write(judgement))
        .param("openedAt", utc(openedAt))
        .query(String.class)
        .single();
  }

  /** What a new ticket is about. */
  record NewTicket(
      String agreement,
      String pack,
      String version,
      String customer,
      String reseller,
      String vendor) {}

  /** Saves the projection with its place, next change and how far its calendars are known. */
  void save(
      Ticket ticket,
      Place place,
      @Nullable Instant nextChangeAt,
      boolean alarmCalls,
      KnownTime horizon) {
    Judgement judgement = ticket.judgement();
    jdbc.sql(
            """
            update ticket set generation = :generation, pack = :pack, pack_version = :version,
              status = :status, severity = :severity, tier = :tier, judgement = :judgement::jsonb,
              last_seq = :lastSeq, last_at = :lastAt, next_change_at = :nextChangeAt,
              alarm_calls = :alarmCalls, alarm_failures = 0, alarm_retry_at = null,
              lane_rank = :rank, vendor_at = :vendorAt, reseller_at = :resellerAt, customer_at = :customerAt,
              horizon = :horizon, known_to = :knownTo, unknown_clocks = :unknown, calendar_taken = :calendarTaken
            where number = :number
            """)
        .param("generation", ticket.generation())
        .param("pack", ticket.pack())
        .param("version", ticket.version())
        .param("status", judgement.status())
        .param("severity", judgement.severity().value())
        .param("tier", judgement.tier())
        .param("judgement", jsonb.write(judgement))
        .param("lastSeq", ticket.lastSeq())
        .param("lastAt", utc(ticket.lastAt()))
        .param("rank", place.rank())
        .param("vendorAt", due(place, Side.VENDOR))
        .param("resellerAt", due(place, Side.RESELLER))
        .param("customerAt", due(place, Side.CUSTOMER))
        .param("nextChangeAt", nextChangeAt == null ? null : utc(nextChangeAt))
        .param("alarmCalls", alarmCalls)
        .param("horizon", horizon.horizon())
        .param("knownTo", horizon.knownTo())
        .param("unknown", horizon.unknown())
        .param("calendarTaken", horizon.taken())
        .param("number", ticket.number())
        .update();
  }

  /** Tickets of an organisation, in the order of their numbers. */
  List<Ticket> ofOrganisation(String org, @Nullable String status, long after, int limit) {
    return jdbc.sql(
            ROW
                + """
                where (vendor = :org or reseller = :org or customer = :org) and id > :after
                  and (:status::text is null or status = :status)
                order by id limit :limit
                """)
        .param("org", org)
        .param("status", status)
        .param("after", after)
        .param("limit", limit)
        .query(this::ticket)
        .list();
  }

  /**
   * Tickets that wait for an organisation, in the order in which they are worked on.
   *
   * @param side the organisation's in them: vendor, reseller or customer
   * @param tier only those of a tier; null for all
   */
  List<Ticket> waiting(Side side, String org, @Nullable String tier, int limit) {
    return jdbc.sql(
            ROW
                + """
                where %1$s = :org and %1$s_at is not null
                  and (:tier::text is null or tier = :tier)
                order by %2$s %1$s_at, id limit :limit
                """
                    .formatted(side.code(), side == Side.VENDOR ? "lane_rank," : ""))
        .param("org", org)
        .param("tier", tier)
        .param("limit", limit)
        .query(this::ticket)
        .list();
  }

  /** Numbers of tickets that are not closed. */
  List<String> openAfter(long after, int limit) {
    return jdbc.sql(
            """
            select number from ticket where id > :after and status <> 'closed'
            order by id limit :limit
            """)
        .param("after", after)
        .param("limit", limit)
        .query(String.class)
        .list();
  }

  private Ticket ticket(ResultSet row, int n) throws SQLException {
    OffsetDateTime nextChangeAt = row.getObject("next_change_at", OffsetDateTime.class);
    return new Ticket(
        row.getString("number"),
        row.getInt("generation"),
        row.getString("agreement"),
        row.getString("pack"),
        row.getString("pack_version"),
        row.getString("customer"),
        row.getString("reseller"),
        row.getString("vendor"),
        row.getLong("last_seq"),
        row.getObject("last_at", OffsetDateTime.class).toInstant(),
        row.getObject("opened_at", OffsetDateTime.class).toInstant(),
        nextChangeAt == null ? null : nextChangeAt.toInstant(),
        jsonb.judgement(row.getString("judgement")));
  }

  /** PostgreSQL's infinity is this one. */
  private static @Nullable OffsetDateTime due(Place place, Side side) {
    Instant at = place.waits().get(side.code());
    return at == null ? null : at.equals(Instant.MAX) ? OffsetDateTime.MAX : utc(at);
  }

  static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
