package io.tierline.process;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What each process instance works on. Variables are a claim: whoever may touch the engine can
 * change them, so what an instance was started for, or named in its first question, stays what it
 * works on.
 */
@Component
class Instances {

  private final Claims claims;
  private final JdbcClient jdbc;

  Instances(Claims claims, JdbcClient jdbc) {
    this.claims = claims;
    this.jdbc = jdbc;
  }

  /** The question, about what the asking instance works on; a first question settles that. */
  Asked settle(Asked asked) {
    if (asked.process() != null) {
      return claims.subject(asked.instance(), asked.process()).map(asked::about).orElse(asked);
    }
    if (asked.ticket().isEmpty()) {
      return called(asked.instance()).map(asked::about).orElse(asked);
    }
    jdbc.sql(
            """
            insert into process_called (instance_key, ticket, generation)
            values (:instance, :ticket, :generation) on conflict do nothing
            """)
        .param("instance", asked.instance())
        .param("ticket", asked.ticket())
        .param("generation", asked.generation())
        .update();
    return called(asked.instance()).map(asked::about).orElse(asked);
  }

  /** The ticket that an instance works on; null before its first question. */
  @Nullable String ticket(long instance) {
    return claims
        .subject(instance, null)
        .or(() -> called(instance))
        .map(Subject::ticket)
        .orElse(null);
  }

  private Optional<Subject> called(long instance) {
    return jdbc.sql("select ticket, generation from process_called where instance_key = ?")
        .param(instance)
        .query(
            (row, n) -> new Subject(row.getString("ticket"), row.getInt("generation"), null, null))
        .optional();
  }
}
