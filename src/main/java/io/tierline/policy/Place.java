package io.tierline.policy;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where a ticket stands among those that wait for the same side: by rank, then by the instant, then
 * by its number.
 *
 * @param lane the pack's name for its rank and why; null if the pack orders nothing
 * @param rank from 0, which comes first
 * @param at what decides inside a lane, UTC: when the side in charge has to act, or when the ticket
 *     was opened; null if nothing is due, which comes last
 */
public record Place(@Nullable Answer lane, int rank, @Nullable Instant at) {}
