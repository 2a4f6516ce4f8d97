package io.tierline.policy;

import java.time.Instant;

/**
 * A clock as it stands at an instant.
 *
 * @param breach the first millisecond at which more than the budget has elapsed, past or to come;
 *     {@link Instant#MAX} if there is none
 */
record Reading(Clock clock, Instant breach) {

  /** The instant from which there is something to say about it. */
  Instant since() {
    Instant started = clock.startedAt();
    return clock.breached() || started == null ? breach : started;
  }
}
