package io.tierline.policy;

import org.jspecify.annotations.Nullable;

/**
 * What a decision answered and why.
 *
 * @param value the code it answered; null if no row applies, which is a task for a person
 * @param why where the answer comes from
 */
public record Answer(@Nullable String value, Why why) {}
