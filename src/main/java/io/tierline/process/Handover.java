package io.tierline.process;

import io.tierline.policy.Judgement;
import io.tierline.timeline.Entry;
import io.tierline.timeline.Kinds;
import io.tierline.timeline.Timeline;
import java.util.Optional;
import java.util.Set;

/**
 * How the last attempt to hand a ticket to the next tier ended.
 *
 * @param code {@code none}, {@code failed} or {@code returned}
 * @param attempt the place of the entry that attempted it; 0 if none did
 */
record Handover(String code, long attempt) {

  private static final Set<String> TURNS =
      Set.of(Kinds.OPENED, Kinds.ESCALATED, Kinds.RETURNED, Kinds.REOPENED);

  /**
   * Reads it from what happened. An attempt failed if its actor's own tier is still in charge and
   * the judgement names what is missing; opening counts as an attempt where the problem belongs to
   * another tier.
   */
  static Handover of(Timeline timeline, Judgement judgement) {
    Optional<Entry> last =
        timeline.entries().reversed().stream()
            .filter(entry -> TURNS.contains(entry.kind()))
            .findFirst();
    if (last.isEmpty()) {
      return new Handover("none", 0);
    }
    Entry entry = last.get();
    if (entry.kind().equals(Kinds.RETURNED)) {
      return new Handover("returned", entry.seq());
    }
    return new Handover(failed(entry, judgement) ? "failed" : "none", entry.seq());
  }

  private static boolean failed(Entry entry, Judgement judgement) {
    if (judgement.missing().isEmpty() || judgement.tier() == null) {
      return false;
    }
    String own = entry.by().tier();
    boolean stayed = own == null || own.equals(judgement.tier());
    return switch (entry.kind()) {
      case Kinds.ESCALATED -> stayed;
      case Kinds.OPENED -> stayed && !judgement.tier().equals(judgement.scope().value());
      default -> false;
    };
  }
}
