package io.tierline.policy;

import io.tierline.timeline.Visibility;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Whether a policy lets somebody record something now. */
public sealed interface Admission {

  /**
   * It may be recorded.
   *
   * @param at when it happened, UTC
   * @param facts the data with every free text replaced by {@code true}
   * @param texts the free texts, by their path in the data, such as {@code description} or {@code
   *     fields.steps}
   */
  record Admitted(
      Instant at, Visibility visibility, Map<String, Object> facts, Map<String, String> texts)
      implements Admission {}

  /**
   * It may not.
   *
   * @param cause what kind of refusal it is
   * @param rule the rule that refused: a decision and row, or a section of the pack
   * @param clauses the clauses behind the rule
   * @param reason a sentence: "Expected ..., but ..."
   */
  record Refused(Cause cause, String rule, List<String> clauses, String reason)
      implements Admission {}

  /** Why something is refused. */
  enum Cause {
    /** The data is not what the kind demands: HTTP 422. */
    INVALID,
    /** This actor may never do that: HTTP 403. */
    ROLE,
    /** It is not possible as things stand: HTTP 409. */
    STATE
  }
}
