package io.tierline.policy;

import io.tierline.policy.QueueRule.Lane;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The order in which tickets are worked on. What is due first comes first, unless the pack says
 * otherwise.
 *
 * @param rule null if the pack says nothing
 */
record Queue(@Nullable QueueRule rule) {

  private static final String VENDOR = "vendor";
  private static final List<String> SIDES = List.of(VENDOR, "reseller", "customer");

  /** The place of a ticket that stands as judged. */
  Place place(Judgement judgement, Instant openedAt) {
    Map<String, Instant> waits = waits(judgement);
    if (rule == null) {
      return new Place(null, 0, waits);
    }
    Answer answer = judgement.assessments().get(rule.by());
    Lane lane = answer == null || answer.value() == null ? null : rule.lanes().get(answer.value());
    if (lane == null) {
      return new Place(answer, rule.lanes().size(), waits);
    }
    if (lane.byArrival()) {
      waits.computeIfPresent(VENDOR, (side, due) -> openedAt);
    }
    return new Place(answer, rule.rank(answer.value()), waits);
  }

  /** It waits for whose turn it is, and for whoever owes something that isn't paused. */
  private static Map<String, Instant> waits(Judgement judgement) {
    Map<String, Instant> waits = new HashMap<>();
    if (judgement.status().equals("closed")) {
      return waits;
    }
    for (String side : SIDES) {
      judgement.duty(side).ifPresent(clock -> waits.put(side, clock.dueAt()));
    }
    if (!judgement.turn().equals(Inputs.NONE)) {
      waits.putIfAbsent(judgement.turn(), Instant.MAX);
    }
    return waits;
  }
}
