package io.tierline.policy;

import io.tierline.time.Amount;
import org.jspecify.annotations.Nullable;

/**
 * What a clock promises for a severity.
 *
 * @param amount null if nothing is promised
 * @param calendar the calendar that it counts in
 * @param pack pack and version that made it; null for the one that judges
 */
record Promise(@Nullable Amount amount, String calendar, Why why, @Nullable String pack) {}
