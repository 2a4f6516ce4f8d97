package io.tierline.policy;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * Why a pack is refused.
 *
 * @param file the file, such as {@code dmn/acme/timers.dmn}
 * @param where the row, the line or the key in it; null if the whole file is meant
 * @param reason a sentence: "Expected ..., but ..."
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Fault(String file, @Nullable String where, String reason) {}
