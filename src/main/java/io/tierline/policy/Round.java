package io.tierline.policy;

import io.tierline.policy.Declaration.Change;
import io.tierline.policy.Declaration.Occasion;
import io.tierline.policy.Trigger.Beginning;
import io.tierline.time.Pauses.Pause;
import io.tierline.timeline.Entry;
import io.tierline.timeline.Kinds;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One round of a clock while a timeline is read: when it started and what happened to it. */
final class Round {

  /**
   * A promise that held from an instant on.
   *
   * @param change what it does to the one before it
   * @param occasion why it was made
   */
  record Held(Instant since, Promise promise, Change change, Occasion occasion) {}

  final int number;
  final Instant start;

  /** Before which instant it ends; null if its budget is counted from the start. */
  final @Nullable Instant before;

  final List<Held> promises = new ArrayList<>();
  final List<Pause> gaps = new ArrayList<>();

  /** While nothing was promised: no policy but the one that promised knows them. */
  final List<Pause> lapses = new ArrayList<>();

  @Nullable Instant stopped;
  @Nullable String stoppedBy;
  @Nullable Instant cancelled;

  Round(int number, Beginning beginning, Promise promise) {
    this.number = number;
    start = beginning.start();
    before = beginning.before();
    promises.add(new Held(start, promise, Change.REBASE, Occasion.START));
  }

  /** Whether nothing was ever promised in it. */
  boolean empty() {
    for (Held held : promises) {
      if (held.promise().amount() != null) {
        return false;
      }
    }
    return true;
  }

  /** What was promised, without what promised nothing. */
  List<Held> kept() {
    return promises.size() == 1
        ? promises
        : promises.stream().filter(held -> held.promise().amount() != null).toList();
  }

  boolean running() {
    return stopped == null && cancelled == null && !empty();
  }

  /** When it ended; null while it runs. One that was cancelled can only be stopped later. */
  @Nullable Instant end() {
    return cancelled != null ? cancelled : stopped;
  }

  /** Takes what an earlier policy had promised in it, instead of what this one would have. */
  void had(Promised before) {
    promises.clear();
    promises.add(
        new Held(
            before.from(),
            before.promise(),
            before.from().equals(start) ? Change.REBASE : Change.RESTART,
            Occasion.EARLIER_POLICY));
    lapses.clear();
    lapses.addAll(before.lapses());
    cancelled = before.cancelledAt();
    if (stopped == null && cancelled == null && before.stoppedAt() != null) {
      stopped = before.stoppedAt();
      stoppedBy = Kinds.POLICY_CHANGED;
    }
  }

  /** Takes that an earlier policy had promised nothing in it. */
  void hadNothing() {
    Why why = new Why("policy-changed", null, List.of(), "An earlier policy promised nothing here");
    promises.clear();
    promises.add(
        new Held(start, new Promise(null, "", why, null), Change.REBASE, Occasion.EARLIER_POLICY));
    lapses.clear();
    cancelled = null;
  }

  void stop(Entry entry) {
    stopped = entry.at();
    stoppedBy = entry.kind();
  }

  void resume(Instant at) {
    if (stopped != null) {
      gaps.add(new Pause(stopped, at));
      stopped = null;
    }
  }

  /** While nothing was promised nothing could be broken. */
  void revive(Instant at) {
    if (cancelled != null) {
      lapses.add(new Pause(cancelled, at));
      cancelled = null;
    }
  }
}
