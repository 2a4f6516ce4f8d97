package io.tierline.process;

import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The one-time tokens that waiting steps correlate on. */
@Component
class Wakes {

  /**
   * A step that waits.
   *
   * @param token what it correlates on
   * @param job the key of the job that answered it
   * @param instance the key of its process instance
   * @param kinds the entry kinds that wake it; null for all that aren't mere consequences
   * @param callout the callout it is about; null if it is about the ticket
   * @param seen what its answer rested on
   * @param dueAt the due date that its task shows; null for none
   */
  record Wake(
      UUID token,
      long job,
      long instance,
      @Nullable List<String> kinds,
      @Nullable String callout,
      String seen,
      @Nullable Instant dueAt) {}

  private final JdbcClient jdbc;

  Wakes(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * The token that a job answers, however often it runs: whichever run's answer the engine takes,
   * the process waits for a token that is armed.
   */
  static UUID token(long job) {
    return UUID.nameUUIDFromBytes(("judge:" + job).getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Lets a step wait; what earlier jobs of the same instance answered is void. A job that runs
   * again when a later one has answered takes nothing from that one.
   */
  void arm(Wake wake, String ticket, long seenSeq) {
    jdbc.sql("delete from process_wake where instance_key = :instance and job_key < :job")
        .param("instance", wake.instance())
        .param("job", wake.job())
        .update();
    jdbc.sql(
            """
            insert into process_wake
              (token, ticket, instance_key, job_key, seen_seq, kinds, callout, seen, due_at)
            values (:token, :ticket, :instance, :job, :seq, :kinds, :callout, :seen, :due)
            on conflict (token) do update set
              (instance_key, ticket, seen_seq, kinds, callout, seen, due_at)
              = (excluded.instance_key, excluded.ticket, excluded.seen_seq, excluded.kinds,
                 excluded.callout, excluded.seen, excluded.due_at)
            """)
        .param("token", wake.token())
        .param("ticket", ticket)
        .param("instance", wake.instance())
        .param("job", wake.job())
        .param("seq", seenSeq)
        .param("kinds", wake.kinds() == null ? null : wake.kinds().toArray(String[]::new))
        .param("callout", wake.callout())
        .param("seen", wake.seen())
        .param("due", wake.dueAt() == null ? null : Timestamp.from(wake.dueAt()))
        .update();
  }

  /**
   * No process that a ticket's own one had called waits any more: it asks again only when they have
   * ended. A job that runs again late takes nothing from what was called after it.
   */
  void disarmCalled(String ticket, int generation, long job) {
    jdbc.sql(
            """
            delete from process_wake where job_key < :job and instance_key in (
              select instance_key from process_called
              where ticket = :ticket and generation = :generation)
            """)
        .param("job", job)
        .param("ticket", ticket)
        .param("generation", generation)
        .update();
  }

  /** The steps that wait for something on a ticket. */
  List<Wake> of(String ticket) {
    return jdbc.sql(
            "select * from process_wake where ticket = :ticket order by instance_key, job_key")
        .param("ticket", ticket)
        .query(
            (row, n) ->
                new Wake(
                    row.getObject("token", UUID.class),
                    row.getLong("job_key"),
                    row.getLong("instance_key"),
                    row.getArray("kinds") == null
                        ? null
                        : List.of((String[]) row.getArray("kinds").getArray()),
                    row.getString("callout"),
                    row.getString("seen"),
                    row.getTimestamp("due_at") == null
                        ? null
                        : row.getTimestamp("due_at").toInstant()))
        .list();
  }

  /**
   * Whether a step still waits for a token, at a task of its own: a process in which another was
   * called since stands in the call.
   */
  boolean atTask(UUID token) {
    return jdbc.sql(
            """
            select exists (
              select from process_wake w where token = ? and not exists (
                select from process_wake later
                where later.ticket = w.ticket and later.instance_key <> w.instance_key
                  and later.callout is null and w.callout is null
                  and later.job_key > w.job_key))
            """)
        .param(token)
        .query(Boolean.class)
        .single();
  }

  /** Uses a token up. */
  void spend(UUID token) {
    jdbc.sql("delete from process_wake where token = ?").param(token).update();
  }

  /** No step of the instance waits any more. */
  void disarm(long instance) {
    jdbc.sql("delete from process_wake where instance_key = ?").param(instance).update();
  }

  /** Notes that the task of a waiting step shows another due date. */
  void move(UUID token, @Nullable Instant dueAt) {
    jdbc.sql("update process_wake set due_at = :due where token = :token")
        .param("due", dueAt == null ? null : Timestamp.from(dueAt))
        .param("token", token)
        .update();
  }
}
