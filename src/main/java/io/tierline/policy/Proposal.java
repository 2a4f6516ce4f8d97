package io.tierline.policy;

import io.tierline.timeline.Actor;
import io.tierline.timeline.Visibility;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An entry that somebody wants to record.
 *
 * @param by who
 * @param kind what happened
 * @param at when it happened, UTC; null for now
 * @param visibility who may read it; null for the kind's own default
 * @param data the data as it came, free text included
 */
public record Proposal(
    Actor by,
    String kind,
    @Nullable Instant at,
    @Nullable Visibility visibility,
    Map<String, Object> data) {}
