package io.tierline.policy;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where a ticket stands among those that wait for a side: for the vendor by rank, and inside a rank
 * and for the others by the instant.
 *
 * @param lane the pack's name for its rank and why; null if the pack orders nothing
 * @param rank from 0, which comes first
 * @param waits the sides that it waits for, each with the instant that decides, UTC: when that side
 *     has to act, or when the ticket was opened; {@link Instant#MAX} if nothing is due
 */
public record Place(@Nullable Answer lane, int rank, Map<String, Instant> waits) {}
