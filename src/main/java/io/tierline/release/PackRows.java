package io.tierline.release;

import io.tierline.policy.PackFiles;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The table {@code pack_version}. */
@Component
class PackRows {
  private static final TypeReference<Map<String, String>> FILES = new TypeReference<>() {};

  private final JdbcClient jdbc;
  private final JsonMapper json;

  PackRows(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /** Stores a version unless it is there; says whether it did. */
  boolean add(String pack, String version, PackFiles files, Instant takenAt) {
    return jdbc.sql(
                """
                insert into pack_version (pack, version, files, taken_at)
                values (:pack, :version, :files::jsonb, :takenAt)
                on conflict (pack, version) do nothing
                """)
            .param("pack", pack)
            .param("version", version)
            .param("files", json.writeValueAsString(files.files()))
            .param("takenAt", takenAt.atOffset(ZoneOffset.UTC))
            .update()
        == 1;
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
            select distinct on (pack) pack, version, taken_at from pack_version
            order by pack, taken desc
            """)
        .query(PackRows::version)
        .list();
  }

  /** Every version of a pack, the newest first. */
  List<PackVersion> versions(String pack) {
    return jdbc.sql(
            """
            select pack, version, taken_at from pack_version where pack = ? order by taken desc
            """)
        .param(pack)
        .query(PackRows::version)
        .list();
  }

  private static PackVersion version(ResultSet row, int n) throws SQLException {
    return new PackVersion(
        row.getString("pack"),
        row.getString("version"),
        row.getObject("taken_at", OffsetDateTime.class).toInstant());
  }
}
