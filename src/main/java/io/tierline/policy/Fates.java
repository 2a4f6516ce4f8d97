package io.tierline.policy;

import io.tierline.policy.Declaration.Change;
import io.tierline.policy.Declaration.ClockRule;
import io.tierline.policy.Round.Held;
import java.util.List;

/** What became of each promise of a round. */
record Fates(ClockReader reader, ClockRule rule, Round round) {

  /** In the words of {@link Explanation.Made}. */
  String of(Held held) {
    if (held.promise().amount() == null) {
      return "nothing";
    }
    List<Held> kept = round.kept();
    int place = kept.indexOf(held);
    if (decides(held, kept)) {
      return "counts";
    }
    if (!decides(held, kept.subList(0, place + 1))) {
      boolean broken =
          !reader.run(rule, round, kept.subList(0, place)).breach().isAfter(held.since());
      return broken ? "too-late" : "later";
    }
    int next = place + 1;
    while (decides(held, kept.subList(0, next + 1))) {
      next++;
    }
    return kept.get(next).change() == Change.EARLIEST ? "overtaken" : "replaced";
  }

  private boolean decides(Held held, List<Held> all) {
    return reader.run(rule, round, all).promise() == held.promise();
  }
}
