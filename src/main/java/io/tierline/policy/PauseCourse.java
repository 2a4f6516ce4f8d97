package io.tierline.policy;

import io.tierline.policy.Declaration.PauseRule;
import io.tierline.policy.Trigger.Happening;
import io.tierline.time.Pauses.Pause;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The spans of one named pause along a timeline. */
final class PauseCourse {

  static final String HOLDER = "contract-holder";

  private final PauseRule rule;
  private final Supplier<String> holder;
  private final List<Pause> ended = new ArrayList<>();
  private @Nullable Instant since;

  /**
   * @param holder the side that the vendor's contract is with
   */
  PauseCourse(PauseRule rule, Supplier<String> holder) {
    this.rule = rule;
    this.holder = holder;
  }

  void take(Happening happening) {
    Instant at = happening.entry().at();
    if (since != null && rule.to().pulls(happening)) {
      ended.add(new Pause(since, at));
      since = null;
    } else if (since == null && rule.from().pulls(happening)) {
      since = at;
    }
  }

  boolean running() {
    return since != null;
  }

  /** Whose turn it is while it runs; null if it does not run or says nothing. */
  @Nullable String turn() {
    return !running() ? null : HOLDER.equals(rule.turn()) ? holder.get() : rule.turn();
  }

  /** Whether it runs, and began at an instant or after it. */
  boolean runsFrom(Instant instant) {
    return since != null && !since.isBefore(instant);
  }

  void addTo(List<Pause> spans) {
    spans.addAll(ended);
    if (since != null) {
      spans.add(new Pause(since, Instant.MAX));
    }
  }
}
