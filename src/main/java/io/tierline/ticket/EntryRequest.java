package io.tierline.ticket;

import io.swagger.v3.oas.annotations.media.Schema;
import io.tierline.policy.Proposal;
import io.tierline.timeline.Actor;
import io.tierline.timeline.Visibility;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An entry, as it comes. */
@Schema(
    description = "One thing that happened. Kinds and their data are the pack's.",
    requiredProperties = "kind")
record EntryRequest(
    @Schema(description = "What happened", example = "replied") @Nullable String kind,
    @Schema(
            description = "When, if earlier than now and the pack lets you say so",
            example = "2026-03-02T10:00:00Z")
        @Nullable Instant at,
    @Schema(
            description = "Who may read it; the kind's own default if not said",
            type = "string",
            allowableValues = {"all", "vendor", "tier"})
        @Nullable Visibility visibility,
    @Schema(description = "The kind's data", example = "{\"text\": \"We are on it.\"}")
        @Nullable Map<String, Object> data) {

  Proposal proposal(Actor by) {
    return new Proposal(
        by,
        Given.value("kind", kind),
        Given.instant("at", at),
        visibility,
        data == null ? Map.of() : data);
  }
}
