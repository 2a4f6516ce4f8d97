package io.tierline.release;

import io.tierline.policy.CalendarData;
import io.tierline.policy.CalendarData.Taken;
import io.tierline.policy.Supplement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table {@code calendar_supplement}. */
@Component
class SupplementRows {
  private final JdbcClient jdbc;

  SupplementRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A supplement as it was taken. */
  record Row(
      String pack,
      String version,
      @Nullable String agreement,
      String calendar,
      LocalDate from,
      LocalDate to,
      String document,
      long taken,
      Instant takenAt,
      String by) {}

  /** One supplement of a pack at a time, on all instances, until the transaction ends. */
  void lock(String pack) {
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended('calendar_supplement:' || ?, 0))")
        .param(pack)
        .query(rows -> {});
  }

  void add(Supplement supplement, String document, String by, Instant takenAt) {
    jdbc.sql(
            """
            insert into calendar_supplement (pack, version, agreement, calendar, first_day, last_day,
              document, taken_at, brought_by)
            values (:pack, :version, :agreement, :calendar, :from, :to, :document, :takenAt, :by)
            """)
        .param("pack", supplement.pack())
        .param("version", supplement.version())
        .param("agreement", supplement.agreement())
        .param("calendar", supplement.calendar())
        .param("from", supplement.from())
        .param("to", supplement.to())
        .param("document", document)
        .param("takenAt", takenAt.atOffset(ZoneOffset.UTC))
        .param("by", by)
        .update();
  }

  Optional<Row> find(String pack, String version) {
    return jdbc.sql("select * from calendar_supplement where pack = ? and version = ?")
        .params(pack, version)
        .query(SupplementRows::row)
        .optional();
  }

  /** All of a pack, in the order of taking. */
  List<Row> of(String pack) {
    return jdbc.sql("select * from calendar_supplement where pack = ? order by taken")
        .param(pack)
        .query(SupplementRows::row)
        .list();
  }

  /** All of a pack, as the judge takes them. */
  CalendarData data(String pack) {
    return new CalendarData(
        of(pack).stream()
            .map(row -> new Taken(row.taken(), row.takenAt(), read(row.document())))
            .toList());
  }

  /** The place of the last supplement of each pack that has any. */
  Map<String, Long> last() {
    Map<String, Long> last = new HashMap<>();
    jdbc.sql("select pack, max(taken) as last from calendar_supplement group by pack")
        .query(
            row -> {
              last.put(row.getString("pack"), row.getLong("last"));
            });
    return last;
  }

  /** What was sound when it was taken. */
  static Supplement read(String document) {
    return switch (Supplement.read(document)) {
      case Supplement.Draft.Sound sound -> sound.supplement();
      case Supplement.Draft.Faulty faulty ->
          throw new IllegalStateException(
              "Expected the stored supplement to be sound, but: " + faulty.faults());
    };
  }

  private static Row row(ResultSet row, int n) throws SQLException {
    return new Row(
        row.getString("pack"),
        row.getString("version"),
        row.getString("agreement"),
        row.getString("calendar"),
        row.getObject("first_day", LocalDate.class),
        row.getObject("last_day", LocalDate.class),
        row.getString("document"),
        row.getLong("taken"),
        row.getObject("taken_at", OffsetDateTime.class).toInstant(),
        row.getString("brought_by"));
  }
}
