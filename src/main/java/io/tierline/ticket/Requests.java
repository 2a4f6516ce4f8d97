package io.tierline.ticket;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which requests were recorded already, by scope and idempotency key. */
@Repository
class Requests {

  private final JdbcClient jdbc;
  private final Entries entries;
  private final Jsonb jsonb;

  Requests(JdbcClient jdbc, Entries entries, Jsonb jsonb) {
    this.jdbc = jdbc;
    this.entries = entries;
    this.jsonb = jsonb;
  }

  /** A request under its key. */
  record Request(String scope, String key, byte[] hash) {}

  /** The request with the hash of what it asks for, the same whatever the order of its keys. */
  Request request(String scope, String key, Object... content) {
    byte[] text = jsonb.write(content).getBytes(StandardCharsets.UTF_8);
    try {
      return new Request(scope, key, MessageDigest.getInstance("SHA-256").digest(text));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** Lets one of several requests under the same key through at a time, until the commit. */
  void queue(Request request) {
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 0))")
        .param(request.scope() + '\n' + request.key())
        .query(row -> {});
  }

  /** What became of the key before; empty if it is new. */
  Optional<Outcome> seen(Request request) {
    return jdbc.sql("select request, number, seq from idempotency where scope = ? and key = ?")
        .params(request.scope(), request.key())
        .query(
            (row, n) ->
                Arrays.equals(row.getBytes("request"), request.hash())
                    ? repeated(row.getString("number"), row.getLong("seq"))
                    : anotherBody(request))
        .optional();
  }

  /** Remembers the key; false if it was taken meanwhile. */
  boolean remember(Request request, String number, long seq, Instant now) {
    return jdbc.sql(
                """
                insert into idempotency (scope, key, request, number, seq, created_at)
                values (?, ?, ?, ?, ?, ?) on conflict do nothing
                """)
            .params(
                request.scope(), request.key(), request.hash(), number, seq, TicketRows.utc(now))
            .update()
        == 1;
  }

  private Outcome repeated(String number, long seq) {
    return new Outcome.Recorded(number, seq, entries.judgement(number, seq).orElseThrow(), true);
  }

  static Outcome anotherBody(Request request) {
    return new Outcome.Refused(
        422,
        "urn:tierline:refused:idempotency-key",
        null,
        List.of(),
        "Expected the idempotency key '%s' with the request it was first sent with, but found another"
                .formatted(request.key())
            + " request");
  }
}
