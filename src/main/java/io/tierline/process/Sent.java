package io.tierline.process;

import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which starts the engine has acknowledged: by the database's clock, which is every server's. */
@Component
class Sent {

  /** A start that is claimed by nobody for so long holds up no other: it may be lost. */
  private static final Duration LATELY = Duration.ofSeconds(10);

  /** Starts that were lost more often hold up no others: perhaps nobody can ever claim them. */
  private static final int HOPEFUL = 3;

  private final JdbcClient jdbc;

  Sent(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Notes that the engine acknowledged a start. No disk is waited for; what a crash of the database
   * takes of it is noted again when the start is sent again.
   */
  void note(String subject, String process, int generation) {
    jdbc.sql(
            """
            update process_claim set sent_at = clock_timestamp()
            where subject = :subject and process = :process and generation = :generation
              and set_config('synchronous_commit', 'off', true) = 'off'
            """)
        .param("subject", subject)
        .param("process", process)
        .param("generation", generation)
        .update();
  }

  /**
   * How many starts of a process were sent lately and are claimed by nobody yet. By {@code now()}:
   * what changes within a statement finds no index.
   */
  int underWay(String process) {
    return jdbc.sql(
            """
            select count(*) from process_claim
            where not ended and instance_key is null and process = :process and tries < :hopeful
              and sent_at > now() - make_interval(secs => :lately)
            """)
        .param("process", process)
        .param("hopeful", HOPEFUL)
        .param("lately", LATELY.toMillis() / 1000.0)
        .query(Integer.class)
        .single();
  }
}
