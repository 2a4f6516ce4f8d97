package io.tierline.policy;

import io.tierline.policy.Declaration.PauseRule;
import io.tierline.time.Pauses.Pause;
import io.tierline.timeline.Entry;
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

  void take(Entry entry, List<String> entered) {
    if (since != null && rule.to().pulls(entry, entered)) {
      ended.add(new Pause(since, entry.at()));
      since = null;
    } else if (since == null && rule.from().pulls(entry, entered)) {
      since = entry.at();
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
