package io.tierline.ticket;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A new ticket, as it comes. */
@Schema(
    description = "A new ticket. Types, channels and fields are the pack's.",
    requiredProperties = {"agreement", "type", "customer", "subject"})
record OpenRequest(
    @Schema(description = "The agreement's code", example = "demo") @Nullable String agreement,
    @Schema(description = "A ticket type of the pack", example = "bug") @Nullable String type,
    @Schema(description = "The product's code", example = "console") @Nullable String product,
    @Schema(description = "The customer's code", example = "mina-alta") @Nullable String customer,
    @Schema(description = "One line", example = "No camera image since this morning")
        @Nullable String subject,
    @Schema(description = "Free text, any script", example = "All twelve cameras went dark.")
        @Nullable String description,
    @Schema(description = "How it came; `rest` if not said", example = "rest")
        @Nullable String channel,
    @Schema(description = "When it happened, if earlier than now and the pack lets you say so")
        @Nullable Instant at,
    @Schema(description = "Why `at` is earlier", example = "The gateway was down")
        @Nullable String reason,
    @Schema(description = "The pack's fields", example = "{\"impact\": \"service-down\"}")
        @Nullable Map<String, Object> fields) {

  Opening opening() {
    return new Opening(
        Given.value("agreement", agreement),
        Given.value("type", type),
        product,
        Given.value("customer", customer),
        Given.value("subject", subject),
        description,
        channel,
        Given.instant("at", at),
        reason,
        fields == null ? Map.of() : fields);
  }
}
