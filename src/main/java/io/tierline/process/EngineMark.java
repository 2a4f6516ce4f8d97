package io.tierline.process;

import io.camunda.client.CamundaClient;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells the engine that we work with from any other, a wiped one at the same address included. Our
 * mark in it is a message that nobody takes: while the engine holds it, it refuses a second message
 * of the same id. So one command answers two questions, whether the engine works and whether it is
 * still ours.
 */
@Component
class EngineMark {

  private static final String NAME = "tierline-engine";
  private static final Duration FOR_EVER = Duration.ofDays(36_500);
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final CamundaClient zeebe;
  private final Claims claims;
  private final JdbcClient jdbc;

  EngineMark(CamundaClient zeebe, Claims claims, JdbcClient jdbc) {
    this.zeebe = zeebe;
    this.claims = claims;
    this.jdbc = jdbc;
  }

  /** Goes before a key of the engine wherever that is kept: a wiped engine gives keys out again. */
  UUID id() {
    return jdbc.sql("select id from engine").query(UUID.class).single();
  }

  /**
   * Whether the engine has our mark.
   *
   * @throws RuntimeException if it does not answer
   */
  boolean known() {
    return has(id());
  }

  /**
   * Makes ourselves known to an engine. In one without our mark nothing of ours runs, so every
   * instance counts as lost before ours come to be there. Servers do this one after the other, and
   * the mark is left last: whoever is killed on the way leaves a strange engine behind.
   *
   * @param introduction what the engine has to be told; its answer is returned
   */
  @Transactional
  public <T> T meet(Supplier<T> introduction) {
    UUID id = jdbc.sql("select id from engine for update").query(UUID.class).single();
    if (has(id)) {
      return introduction.get();
    }
    claims.loseAll();
    UUID fresh = UUID.randomUUID();
    jdbc.sql("update engine set id = ?").param(fresh).update();
    T answer = introduction.get();
    send(fresh, FOR_EVER);
    return answer;
  }

  private boolean has(UUID id) {
    try {
      send(id, Duration.ZERO);
      return false;
    } catch (RuntimeException e) {
      if (Fault.of(e) == Fault.EXISTS) {
        return true;
      }
      throw e;
    }
  }

  private void send(UUID id, Duration ttl) {
    zeebe
        .newPublishMessageCommand()
        .messageName(NAME)
        .correlationKey("-")
        .messageId(id.toString())
        .timeToLive(ttl)
        .requestTimeout(PATIENCE)
        .send()
        .join();
  }
}
