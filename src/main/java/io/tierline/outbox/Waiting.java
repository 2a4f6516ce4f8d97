package io.tierline.outbox;

import java.time.OffsetDateTime;
import java.util.Map;
import java.util.UUID;

/**
 * A parcel that a relay has in hand.
 *
 * @param place where it stood in the queue
 * @param attempts failures so far
 * @param leaseEnd until when it is nobody else's, by the database's clock; also names this claim
 */
record Waiting(
    UUID id,
    String lane,
    int urgency,
    long place,
    String type,
    Map<String, Object> body,
    int attempts,
    OffsetDateTime leaseEnd) {}
