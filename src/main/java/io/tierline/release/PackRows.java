package io.tierline.release;

import io.tierline.policy.Pack;
import io.tierline.policy.PackFiles;
import io.tierline.policy.Vocabulary;
import io.tierline.policy.Vocabulary.Notice;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The table {@code pack_version}. */
@Component
class PackRows {
  private static final TypeReference<Map<String, String>> FILES = new TypeReference<>() {};

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final JsonMapper json;
  private final ApplicationEventPublisher events;

  PackRows(
      JdbcClient jdbc,
      TransactionTemplate transaction,
      JsonMapper json,
      ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.json = json;
    this.events = events;
  }

  /**
   * Stores a version if it is new and the newest one is still that which it comes after; says
   * whether it did.
   *
   * @param after the newest version when its files were put together; null for none
   */
  boolean add(Offer offer, Pack pack, @Nullable String after, Instant takenAt) {
    return transaction.execute(
        status -> {
          lock(offer.pack());
          boolean added =
              Objects.equals(newest(offer.pack()).orElse(null), after)
                  && insert(offer, pack.files(), takenAt);
          if (added && after != null) {
            events.publishEvent(released(pack, after));
          }
          return added;
        });
  }

  private static PackReleased released(Pack pack, String former) {
    Vocabulary words = pack.vocabulary();
    return new PackReleased(
        pack.id(),
        pack.version(),
        former,
        words.language(),
        words.notices().stream().filter(notice -> notice.on().equals(Notice.RELEASED)).toList());
  }

  /** One version of a pack at a time, on all instances: their order says which one is active. */
  private void lock(String pack) {
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended('pack_version:' || ?, 0))")
        .param(pack)
        .query(rows -> {});
  }

  private boolean insert(Offer offer, PackFiles files, Instant takenAt) {
    return jdbc.sql(
                """
                insert into pack_version (pack, version, files, taken_at, origin, brought_by)
                values (:pack, :version, :files::jsonb, :takenAt, :origin, :by)
                on conflict (pack, version) do nothing
                """)
            .param("pack", offer.pack())
            .param("version", offer.version())
            .param("files", json.writeValueAsString(files.files()))
            .param("takenAt", takenAt.atOffset(ZoneOffset.UTC))
            .param("origin", offer.origin().way())
            .param("by", offer.origin().by())
            .update()
        == 1;
  }

  /** The newest version of a pack. */
  Optional<String> newest(String pack) {
    return jdbc.sql("select version from pack_version where pack = ? order by taken desc limit 1")
        .param(pack)
        .query(String.class)
        .optional();
  }

  Optional<PackFiles> files(String pack, String version) {
    return jdbc.sql("select files from pack_version where pack = ? and version = ?")
        .params(pack, version)
        .query(String.class)
        .optional()
        .map(files -> PackFiles.of(json.readValue(files, FILES)));
  }

  /** The newest version of every pack. */
  List<PackVersion> newest() {
    return jdbc.sql(
            """
            select distinct on (pack) pack, version, taken_at, origin, brought_by from pack_version
            order by pack, taken desc
            """)
        .query(PackRows::version)
        .list();
  }

  /** Every version of a pack, the newest first. */
  List<PackVersion> versions(String pack) {
    return jdbc.sql(
            """
            select pack, version, taken_at, origin, brought_by from pack_version
            where pack = ? order by taken desc
            """)
        .param(pack)
        .query(PackRows::version)
        .list();
  }

  private static PackVersion version(ResultSet row, int n) throws SQLException {
    return new PackVersion(
        row.getString("pack"),
        row.getString("version"),
        row.getObject("taken_at", OffsetDateTime.class).toInstant(),
        new Origin(row.getString("origin"), row.getString("brought_by")));
  }
}
