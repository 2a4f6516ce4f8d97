package io.tierline.policy;

import io.tierline.policy.QueueRule.Lane;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The order in which tickets are worked on. What is due first comes first, unless the pack says
 * otherwise.
 *
 * @param rule null if the pack says nothing
 */
record Queue(@Nullable QueueRule rule) {

  /** The place of a ticket that stands as judged. */
  Place place(Judgement judgement, Instant openedAt) {
    if (rule == null) {
      return new Place(null, 0, due(judgement));
    }
    Answer answer = judgement.assessments().get(rule.by());
    Lane lane = answer == null || answer.value() == null ? null : rule.lanes().get(answer.value());
    return lane == null
        ? new Place(answer, rule.lanes().size(), due(judgement))
        : new Place(
            answer, rule.rank(answer.value()), lane.byArrival() ? openedAt : due(judgement));
  }

  private static @Nullable Instant due(Judgement judgement) {
    return judgement.nextDuty().map(Clock::dueAt).orElse(null);
  }
}
