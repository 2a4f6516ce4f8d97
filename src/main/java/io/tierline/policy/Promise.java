package io.tierline.policy;

import io.tierline.time.Amount;
import org.jspecify.annotations.Nullable;

/**
 * What a clock promises for a severity.
 *
 * @param amount null if nothing is promised
 * @param calendar the calendar that it counts in
 */
record Promise(@Nullable Amount amount, String calendar, Why why) {}
