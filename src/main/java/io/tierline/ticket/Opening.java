package io.tierline.ticket;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a new ticket says.
 *
 * @param agreement the agreement's code
 * @param type a type of the pack, such as {@code bug}
 * @param product the product's code; null if not said
 * @param customer the customer's code
 * @param subject one line of free text
 * @param description free text; null if not said
 * @param channel how it came, such as {@code rest}; null for {@code rest}
 * @param at when it happened, UTC, if the pack lets this role say so; null for now
 * @param reason why {@code at} is earlier; null if it isn't
 * @param fields the pack's fields
 */
public record Opening(
    String agreement,
    String type,
    @Nullable String product,
    String customer,
    String subject,
    @Nullable String description,
    @Nullable String channel,
    @Nullable Instant at,
    @Nullable String reason,
    Map<String, Object> fields) {}
