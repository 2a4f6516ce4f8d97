package io.tierline.ticket;

import io.swagger.v3.oas.annotations.media.Schema;
import io.tierline.timeline.Actor;
import io.tierline.timeline.Entry;
import io.tierline.timeline.Visibility;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A timeline to be judged, as it comes. */
@Schema(
    description = "A timeline to be judged; nothing is stored.",
    requiredProperties = {"pack", "timeline"})
record JudgementRequest(
    @Schema(description = "The pack's id", example = "acme") @Nullable String pack,
    @Schema(description = "Its version; the active one if not said", example = "2020-10-02")
        @Nullable String version,
    @Schema(description = "An agreement of yours, whose terms hold", example = "demo")
        @Nullable String agreement,
    @Schema(description = "What happened") @Nullable List<Line> timeline,
    @Schema(description = "The instant to judge; now if not said", example = "2026-03-02T14:00:00Z")
        @Nullable Instant at,
    @Schema(description = "A clock whose explanation is wanted too", example = "response")
        @Nullable String explain,
    @Schema(description = "Which round of it; the latest if not said", example = "1")
        @Nullable Integer round,
    @Schema(description = "Whether it is wanted too whose time it was")
        @Nullable Boolean whoseTime) {

  /** One entry; place and time of recording may be left out. */
  @Schema(
      name = "TimelineLine",
      requiredProperties = {"at", "by", "kind"})
  record Line(
      @Schema(description = "Its place; by order if not said", example = "1") @Nullable Long seq,
      @Schema(example = "2026-03-02T10:00:00Z") @Nullable Instant at,
      @Schema(description = "The same as `at` if not said") @Nullable Instant recordedAt,
      @Schema(
              description = "A role with its tier, or an object with role, tier, org, id",
              type = "string",
              example = "reseller/L2")
          @Nullable JsonNode by,
      @Schema(example = "opened") @Nullable String kind,
      @Schema(type = "string", example = "all") @Nullable Visibility visibility,
      @Schema(example = "{\"type\": \"bug\", \"fields\": {\"impact\": \"service-down\"}}")
          @Nullable Map<String, Object> data) {

    Entry entry(int place, Actor actor) {
      Instant when = at == null ? Instant.EPOCH : at;
      return new Entry(
          seq == null ? place : seq,
          when,
          recordedAt == null ? when : recordedAt,
          actor,
          Given.value("kind", kind),
          visibility == null ? Visibility.ALL : visibility,
          data == null ? Map.of() : Storable.withoutNulls(data));
    }
  }
}
