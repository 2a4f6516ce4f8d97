package io.tierline.policy;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody has to be called.
 *
 * @param code the callout's code in its pack, such as {@code response-overdue}; with the clock's
 *     round appended ({@code update-overdue#2}) where the duty recurs
 * @param role whom to call, such as {@code incident-manager}
 * @param group the group of people in Tasklist, such as {@code acme-incident-managers}; the judge
 *     always names one, a reader outside the vendor finds none
 * @param since when the ground for it arose, UTC
 * @param answered whether somebody has taken it
 * @param why the row and clauses
 * @param clock the clock that asked for it first; null if a rule did, and in judgements on record
 *     from before it was told
 * @param round the round of that clock
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Callout(
    String code,
    String role,
    @Nullable String group,
    Instant since,
    boolean answered,
    Why why,
    @Nullable String clock,
    @Nullable Integer round) {

  /** This callout with what one of its code says of the clock, if this one says nothing. */
  Callout inWordsOf(@Nullable Callout other) {
    return clock != null || other == null
        ? this
        : new Callout(code, role, group, since, answered, why, other.clock, other.round);
  }
}
