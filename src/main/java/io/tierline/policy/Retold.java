package io.tierline.policy;

import java.time.Instant;

/**
 * A timeline that was read with notes of which entry did what.
 *
 * @param now the instant up to which it was read
 */
record Retold(Instant now, Chronicle chronicle, ClockReader reader) {

  WhoseTime whoseTime() {
    return chronicle.turns.until(now, reader.calendars());
  }
}
