package io.tierline.process;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Which process instance runs which subject. Zeebe may start a process twice for one request or
 * lose one; the first judge that fills the row decides which instance lives.
 */
@Component
class Claims {

  /**
   * A subject that an instance should run.
   *
   * @param instance the key of the instance; null while nobody has claimed it
   * @param lost whether nobody claimed it although the engine was asked long enough ago
   * @param start the variables to start it with
   */
  record Claim(
      String subject,
      String process,
      int generation,
      @Nullable Long instance,
      boolean lost,
      Map<String, Object> start) {}

  private final JdbcClient jdbc;
  private final JsonMapper json;
  private final Clock clock;

  Claims(JdbcClient jdbc, JsonMapper json, Clock clock) {
    this.jdbc = jdbc;
    this.json = json;
    this.clock = clock;
  }

  /** Notes that an instance was asked for; nothing if that was noted before. */
  void request(String subject, String process, int generation, Map<String, Object> start) {
    jdbc.sql(
            """
            insert into process_claim (subject, process, generation, checked_at, start)
            values (:subject, :process, :generation, :now, :start::jsonb)
            on conflict do nothing
            """)
        .param("subject", subject)
        .param("process", process)
        .param("generation", generation)
        .param("now", now())
        .param("start", json.writeValueAsString(start))
        .update();
  }

  /**
   * Whether the instance runs the subject, claiming it if nobody has. A claim of another subject by
   * the same key stems from an engine that was wiped since, so its instance is gone.
   */
  boolean claim(String subject, String process, int generation, long instance) {
    jdbc.sql(
            """
            update process_claim set instance_key = null, sent_at = 'epoch'
            where instance_key = :instance and (subject, process, generation)
              is distinct from (:subject, :process, :generation)
            """)
        .param("subject", subject)
        .param("process", process)
        .param("generation", generation)
        .param("instance", instance)
        .update();
    return jdbc.sql(
                """
                update process_claim set instance_key = :instance, tries = 0
                where subject = :subject and process = :process and generation = :generation
                  and coalesce(instance_key, :instance) = :instance and not ended
                """)
            .param("subject", subject)
            .param("process", process)
            .param("generation", generation)
            .param("instance", instance)
            .update()
        == 1;
  }

  /**
   * What an instance was started for; empty if it runs nothing.
   *
   * @param process the process that it must run; null for any
   */
  Optional<Subject> subject(long instance, @Nullable String process) {
    return jdbc.sql(
            """
            select start from process_claim
            where instance_key = :instance and process = coalesce(:process::text, process)
              and not ended
            """)
        .param("instance", instance)
        .param("process", process)
        .query(String.class)
        .optional()
        .map(start -> json.readValue(start, Subject.class));
  }

  /** Notes that nothing is left to do for a subject. */
  void end(String subject, String process, int generation) {
    forgetCalled(subject, generation);
    jdbc.sql(
            """
            update process_claim set ended = true
            where subject = :subject and process = :process and generation = :generation
            """)
        .param("subject", subject)
        .param("process", process)
        .param("generation", generation)
        .update();
  }

  /**
   * First those that nobody has claimed in time, callouts first; then those not looked after for
   * the longest time, of which callouts get half of the places at most, however many there are:
   * tickets must have their turn. They count as looked after now.
   *
   * @param patience after which a start that nobody claimed counts as lost; twice as long after
   *     each that was
   */
  List<Claim> next(int limit, Duration patience) {
    return jdbc
        .sql(
            """
            with lost as (
              select subject, process, generation from process_claim
              where not ended and instance_key is null
                and sent_at < now() - make_interval(secs => :patience * power(2, least(tries, 6)))
              order by process <> 'incident', checked_at limit :limit
              for update skip locked),
            called as (
              select subject, process, generation from process_claim
              where not ended and process = 'incident'
              order by checked_at limit (:limit - (select count(*) from lost) + 1) / 2
              for update skip locked),
            others as (
              select subject, process, generation from process_claim
              where not ended and process <> 'incident'
              order by checked_at
              limit :limit - (select count(*) from lost) - (select count(*) from called)
              for update skip locked),
            due as (select * from lost union select * from called union select * from others)
            update process_claim c set checked_at = :now from due
            where (c.subject, c.process, c.generation)
              = (due.subject, due.process, due.generation)
            returning c.*, exists (
              select from lost
              where (lost.subject, lost.process, lost.generation)
                = (c.subject, c.process, c.generation)) as lost
            """)
        .param("limit", limit)
        .param("patience", patience.toMillis() / 1000.0)
        .param("now", now())
        .query(
            (row, n) ->
                new Claim(
                    row.getString("subject"),
                    row.getString("process"),
                    row.getInt("generation"),
                    row.getObject("instance_key", Long.class),
                    row.getBoolean("lost"),
                    json.readValue(row.getString("start"), new TypeReference<>() {})))
        .list()
        .stream()
        .sorted(Comparator.comparing(claim -> !claim.process().equals(Starting.INCIDENT)))
        .toList();
  }

  /** Gives a subject up to whoever claims it next, if it still stands as it was read. */
  boolean restart(Claim lost) {
    forgetCalled(lost.subject(), lost.generation());
    return jdbc.sql(
                """
                update process_claim
                set instance_key = null, sent_at = null,
                    tries = case when instance_key is null then tries + 1 else 0 end
                where subject = :subject and process = :process and generation = :generation
                  and instance_key is not distinct from :instance::bigint and not ended
                  and (instance_key is not null or sent_at is not null)
                """)
            .param("subject", lost.subject())
            .param("process", lost.process())
            .param("generation", lost.generation())
            .param("instance", lost.instance())
            .update()
        == 1;
  }

  /** Gives up every subject: the engine that ran them is gone, and another counts keys anew. */
  void loseAll() {
    jdbc.sql(
            """
            update process_claim set instance_key = null, sent_at = 'epoch'
            where not ended and instance_key is not null
            """)
        .update();
    jdbc.sql("delete from process_called").update();
  }

  /** Processes that a lost one had called are gone with it, and a wiped engine counts anew. */
  private void forgetCalled(String ticket, int generation) {
    jdbc.sql("delete from process_called where ticket = :ticket and generation = :generation")
        .param("ticket", ticket)
        .param("generation", generation)
        .update();
  }

  private Timestamp now() {
    return Timestamp.from(clock.instant());
  }
}
