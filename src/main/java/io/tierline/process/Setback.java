package io.tierline.process;

import java.time.Duration;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;
import org.springframework.web.client.RestClientException;

/**
 * Why a job could not be done now. None costs a retry: a job that ran out of them would leave its
 * ticket without anybody who works on it until an operator comes.
 */
enum Setback {
  /** What the answer rests on is on its way. */
  NOT_YET_EXPORTED(Duration.ofMillis(400)),
  /** Something that we need is down. */
  OUTAGE(Duration.ofSeconds(5)),
  /** A fault of ours or of a model, which a later version may have mended. */
  BUG(Duration.ofMinutes(1));

  private final Duration pause;

  Setback(Duration pause) {
    this.pause = pause;
  }

  /** How long the job rests. */
  Duration pause() {
    return pause;
  }

  /** What a worker threw: no connection shows itself as a transaction that can't begin. */
  static Setback of(RuntimeException thrown) {
    return switch (thrown) {
      case DataAccessException data -> OUTAGE;
      case TransactionException transaction -> OUTAGE;
      case RestClientException rest -> OUTAGE;
      default -> BUG;
    };
  }
}
