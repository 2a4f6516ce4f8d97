package io.tierline.policy;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The ground of an answer.
 *
 * @param decision the decision (a table or rule file) or section of the pack that gave it, such as
 *     {@code severity} or {@code policy.yaml#clocks.update}
 * @param row the table's row, from 1 as Camunda Modeler counts; null where no row gave it
 * @param clauses the clauses it carries, such as {@code SA-073}
 * @param reason a sentence where the row does not say it all; null otherwise
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Why(
    String decision, @Nullable Integer row, List<String> clauses, @Nullable String reason) {}
