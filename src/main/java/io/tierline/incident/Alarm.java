package io.tierline.incident;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What Alertmanager posts: alerts that it told together.
 *
 * @param groupKey the same for all alerts of one group
 * @param truncatedAlerts how many it left out
 */
@Schema(description = "Alertmanager's webhook payload, version 4", requiredProperties = "alerts")
@JsonIgnoreProperties(ignoreUnknown = true)
record Alarm(
    @Nullable String groupKey, @Nullable Integer truncatedAlerts, @Nullable List<Alert> alerts) {}
