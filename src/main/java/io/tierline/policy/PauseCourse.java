package io.tierline.policy;

import io.tierline.policy.Declaration.PauseRule;
import io.tierline.policy.Trigger.Happening;
import io.tierline.time.Pauses.Pause;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The spans of one named pause along a timeline. */
final class PauseCourse {

  private final PauseRule rule;
  private final List<Pause> ended = new ArrayList<>();
  private @Nullable Instant since;

  PauseCourse(PauseRule rule) {
    this.rule = rule;
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
    return running() ? rule.turn() : null;
  }

  void addTo(List<Pause> spans) {
    spans.addAll(ended);
    if (since != null) {
      spans.add(new Pause(since, Instant.MAX));
    }
  }
}
