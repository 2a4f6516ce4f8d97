package io.tierline.outbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The tables {@code outbox} and {@code outbox_lane}. Leases, pauses and ages go by the database's
 * clock: it is the same for every instance, and it doesn't move when the server's clock is moved.
 */
@Component
class OutboxRows {
  private static final TypeReference<Map<String, Object>> BODY = new TypeReference<>() {};

  private final JdbcClient jdbc;
  private final JsonMapper json;
  private final OutboxSettings settings;

  OutboxRows(JdbcClient jdbc, JsonMapper json, OutboxSettings settings) {
    this.jdbc = jdbc;
    this.json = json;
    this.settings = settings;
  }

  void append(Parcel parcel) {
    jdbc.sql(
            """
            with counted as (
              insert into outbox_lane (lane, last) values (:lane, 1)
              on conflict (lane) do update set last = outbox_lane.last + 1
              returning last)
            insert into outbox (id, lane, lane_seq, destination, urgency, type, body)
            select :id, :lane, last, :destination, :urgency, :type, :body::jsonb from counted
            """)
        .param("id", UUID.randomUUID())
        .param("lane", parcel.lane())
        .param("destination", parcel.destination())
        .param("urgency", parcel.urgency().ordinal())
        .param("type", parcel.type())
        .param("body", json.writeValueAsString(parcel.body()))
        .update();
  }

  /**
   * For this transaction. The queue is empty one minute and long the next: plans made for the empty
   * one read all of the long one at every look, unless the indexes are made the only way. And what
   * a crash of the database takes of it is sent again, as what a killed relay had in hand is: no
   * disk is waited for.
   */
  private void hurry() {
    jdbc.sql(
            """
            select set_config('enable_seqscan', 'off', true),
                   set_config('synchronous_commit', 'off', true)
            """)
        .query((row, n) -> true)
        .single();
  }

  /**
   * Books how sends ended and takes in hand what may go next, in one short transaction: none is
   * open while a parcel is under way. Only the first parcel of a lane may go, and no lane's second
   * is first before the delete of its first has committed, so two relays keep the order between
   * them.
   */
  @Transactional
  public List<Waiting> settleAndClaim(String destination, List<Landing> landings, int room) {
    hurry();
    List<UUID> acknowledged =
        landings.stream().filter(Landing::acknowledged).map(l -> l.parcel().id()).toList();
    if (!acknowledged.isEmpty()) {
      jdbc.sql("delete from outbox where id in (:ids)").param("ids", acknowledged).update();
    }
    landings.stream().filter(landing -> !landing.acknowledged()).forEach(this::putBack);
    return room > 0 ? claim(destination, room) : List.of();
  }

  /** A claim that ran out and was taken by somebody else is theirs to settle. */
  private void putBack(Landing landing) {
    int failures = landing.busy() ? 0 : 1;
    Duration pause =
        landing.busy() ? Duration.ZERO : settings.backoff(landing.parcel().attempts() + 1);
    jdbc.sql(
            """
            update outbox
            set attempts = attempts + :failures,
                next_try_at = clock_timestamp() + make_interval(secs => :seconds)
            where id = :id and next_try_at = :leaseEnd
            """)
        .param("failures", failures)
        .param("seconds", pause.toMillis() / 1000.0)
        .param("id", landing.parcel().id())
        .param("leaseEnd", landing.parcel().leaseEnd())
        .update();
  }

  private List<Waiting> claim(String destination, int room) {
    return jdbc
        .sql(
            """
            with first as (
              select id from outbox o
              where destination = :destination and next_try_at <= clock_timestamp()
                and lane_seq = (
                  select min(earliest.lane_seq) from outbox earliest
                  where earliest.destination = o.destination and earliest.lane = o.lane)
              order by urgency, place
              limit :room
              for update skip locked)
            update outbox set next_try_at = clock_timestamp() + make_interval(secs => :lease)
            where id in (select id from first)
            returning id, lane, urgency, place, type, body, attempts, next_try_at
            """)
        .param("destination", destination)
        .param("room", room)
        .param("lease", settings.lease().toMillis() / 1000.0)
        .query(this::waiting)
        .list()
        .stream()
        .sorted(Comparator.comparingInt(Waiting::urgency).thenComparingLong(Waiting::place))
        .toList();
  }

  /** What waits, by destination. */
  List<Measure> measure() {
    return jdbc.sql(
            """
            select destination, count(*) as parcels,
                   count(*) filter (where attempts > 2) as failing,
                   greatest(0, extract(epoch from clock_timestamp() - min(created_at))) as seconds
            from outbox group by destination
            """)
        .query(
            (row, n) ->
                new Measure(
                    row.getString("destination"),
                    row.getLong("parcels"),
                    row.getLong("failing"),
                    Duration.ofMillis((long) (row.getDouble("seconds") * 1000))))
        .list();
  }

  private Waiting waiting(ResultSet row, int n) throws SQLException {
    return new Waiting(
        row.getObject("id", UUID.class),
        row.getString("lane"),
        row.getInt("urgency"),
        row.getLong("place"),
        row.getString("type"),
        json.readValue(row.getString("body"), BODY),
        row.getInt("attempts"),
        row.getObject("next_try_at", OffsetDateTime.class));
  }

  /** What waits for one destination; {@code failing} parcels failed more than twice. */
  record Measure(String destination, long parcels, long failing, Duration age) {}
}
