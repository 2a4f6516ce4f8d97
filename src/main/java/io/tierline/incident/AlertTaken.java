package io.tierline.incident;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.tierline.ticket.Outcome;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What became of an alert.
 *
 * @param did {@code opened} a ticket, {@code joined} an open one, was {@code known} already, {@code
 *     cleared}, ended but {@code unknown}, or was {@code refused}
 * @param ticket the number of the ticket that it is on
 * @param reason why it was refused
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record AlertTaken(
    @Nullable String fingerprint,
    @Nullable Instant startsAt,
    String did,
    @Nullable String ticket,
    @Nullable String reason,
    @JsonIgnore int status) {

  private static final int UNPROCESSABLE = 422;
  private static final int UNAVAILABLE = 503;

  static AlertTaken of(Alert alert, String did, @Nullable String ticket) {
    return new AlertTaken(alert.fingerprint(), alert.startsAt(), did, ticket, null, 0);
  }

  static AlertTaken refused(Alert alert, Outcome.Refused refused) {
    return refused(alert, refused.reason(), refused.status());
  }

  static AlertTaken later(Alert alert, String reason) {
    return refused(alert, reason, UNAVAILABLE);
  }

  static AlertTaken faulty(Alert alert, String reason) {
    return refused(alert, reason, UNPROCESSABLE);
  }

  private static AlertTaken refused(Alert alert, String reason, int status) {
    return new AlertTaken(alert.fingerprint(), alert.startsAt(), "refused", null, reason, status);
  }

  boolean isRefused() {
    return status != 0;
  }
}
