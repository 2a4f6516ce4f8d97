package io.tierline.incident;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A callout that was declared for a ticket, until somebody has taken charge or the ground went
 * away.
 *
 * @param number such as {@code I-000001}
 * @param ticket the ticket's number
 * @param callout the callout's code in the ticket's pack
 * @param role whom it calls
 * @param group the group of people in Tasklist; the vendor's own affair
 * @param status {@code open}, {@code answered} or {@code withdrawn}
 * @param declaredAt UTC
 * @param answeredAt UTC; null if nobody took charge
 * @param answeredBy the account id of who took charge; the vendor's own affair
 * @param action what they did: a code of the pack; the vendor's own affair
 * @param withdrawnAt when the ground went away before anybody took charge, UTC; null if it didn't
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Incident(
    String number,
    String ticket,
    String callout,
    String role,
    @Nullable String group,
    String status,
    Instant declaredAt,
    @Nullable Instant answeredAt,
    @Nullable String answeredBy,
    @Nullable String action,
    @Nullable Instant withdrawnAt) {

  /** What the ticket's reseller may know: that somebody was called and has answered. */
  Incident forReseller() {
    return new Incident(
        number,
        ticket,
        callout,
        role,
        null,
        status,
        declaredAt,
        answeredAt,
        null,
        null,
        withdrawnAt);
  }
}
