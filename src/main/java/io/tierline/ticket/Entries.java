package io.tierline.ticket;

import static io.tierline.ticket.TicketRows.utc;

import io.tierline.timeline.Actor;
import io.tierline.timeline.Entry;
import io.tierline.timeline.Role;
import io.tierline.timeline.Timeline;
import io.tierline.timeline.Visibility;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The record in PostgreSQL: entries for ever, free texts and names apart and erasable. */
@Repository
class Entries {

  /** The path of the actor's name; no path in an entry's data can start like that. */
  static final String NAME = "@name";

  private final JdbcClient jdbc;
  private final Jsonb jsonb;

  Entries(JdbcClient jdbc, Jsonb jsonb) {
    this.jdbc = jdbc;
    this.jsonb = jsonb;
  }

  void append(String number, Ticket.Recorded step, Map<String, String> texts) {
    Entry entry = step.entry();
    Actor by = entry.by();
    jdbc.sql(
            """
            insert into entry (number, seq, generation, at, recorded_at, role, tier, org, actor, kind,
              visibility, data, pack_version, judgement)
            values (:number, :seq, :generation, :at, :recordedAt, :role, :tier, :org, :actor, :kind,
              :visibility, :data::jsonb, :version, :judgement::jsonb)
            """)
        .param("number", number)
        .param("seq", entry.seq())
        .param("generation", step.generation())
        .param("at", utc(entry.at()))
        .param("recordedAt", utc(entry.recordedAt()))
        .param("role", by.role().code())
        .param("tier", by.tier())
        .param("org", by.org())
        .param("actor", by.id())
        .param("kind", entry.kind())
        .param("visibility", entry.visibility().code())
        .param("data", jsonb.write(entry.data()))
        .param("version", step.version())
        .param("judgement", jsonb.write(step.judgement()))
        .update();
    Map<String, String> said = new LinkedHashMap<>(texts);
    if (by.name() != null) {
      said.put(NAME, by.name());
    }
    if (!said.isEmpty()) {
      say(number, entry.seq(), said);
    }
  }

  private void say(String number, long seq, Map<String, String> texts) {
    jdbc.sql(
            """
            insert into entry_text (number, seq, path, text)
            select ?, ?, path, text from unnest(?::text[], ?::text[]) as said (path, text)
            """)
        .params(
            number,
            seq,
            texts.keySet().toArray(String[]::new),
            texts.values().toArray(String[]::new))
        .update();
  }

  /** The timeline without free texts and names. */
  Timeline timeline(String number) {
    return new Timeline(
        jdbc.sql(
                """
                select seq, at, recorded_at, role, tier, org, actor, kind, visibility, data
                from entry where number = ?
                """)
            .param(number)
            .query(this::entry)
            .list());
  }

  /** What was promised when an entry was recorded. */
  Optional<io.tierline.policy.Judgement> judgement(String number, long seq) {
    return jdbc.sql("select judgement from entry where number = ? and seq = ?")
        .params(number, seq)
        .query(String.class)
        .optional()
        .map(jsonb::judgement);
  }

  /** Free texts and names of a ticket by entry and path; an erased one is null. */
  Map<Long, Map<String, @Nullable String>> texts(String number) {
    Map<Long, Map<String, @Nullable String>> texts = new HashMap<>();
    jdbc.sql("select seq, path, text from entry_text where number = ?")
        .param(number)
        .query(
            row -> {
              texts
                  .computeIfAbsent(row.getLong("seq"), seq -> new HashMap<>())
                  .put(row.getString("path"), row.getString("text"));
            });
    return texts;
  }

  /** The same of an entry that everybody on the ticket may read; empty if they may not. */
  Optional<String> textForAll(String number, long seq, String path) {
    return jdbc.sql(
            """
            select t.text from entry_text t join entry e using (number, seq)
            where number = ? and seq = ? and t.path = ? and t.text is not null
              and e.visibility = 'all'
            """)
        .params(number, seq, path)
        .query(String.class)
        .optional();
  }

  /** One free text; empty if there is none or it was erased. */
  Optional<String> text(String number, long seq, String path) {
    return jdbc.sql(
            """
            select text from entry_text
            where number = ? and seq = ? and path = ? and text is not null
            """)
        .params(number, seq, path)
        .query(String.class)
        .optional();
  }

  private Entry entry(ResultSet row, int n) throws SQLException {
    return new Entry(
        row.getLong("seq"),
        row.getObject("at", OffsetDateTime.class).toInstant(),
        row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
        new Actor(
            Role.of(row.getString("role")),
            row.getString("tier"),
            row.getString("org"),
            row.getString("actor"),
            null),
        row.getString("kind"),
        Visibility.of(row.getString("visibility")),
        jsonb.facts(row.getString("data")));
  }
}
