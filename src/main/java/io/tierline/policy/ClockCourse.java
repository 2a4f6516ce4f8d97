package io.tierline.policy;

import io.tierline.policy.Declaration.Change;
import io.tierline.policy.Declaration.ClockRule;
import io.tierline.policy.Round.Held;
import io.tierline.policy.Trigger.Happening;
import io.tierline.timeline.Entry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The course of one clock along a timeline: its rounds. */
final class ClockCourse {

  final ClockRule rule;
  private final @Nullable String side;
  final List<Round> rounds = new ArrayList<>();

  /**
   * @param side the side of the tier whose taking over starts the clock: it owes nothing while the
   *     other side is in charge; null if nobody's taking over does
   */
  ClockCourse(ClockRule rule, @Nullable String side) {
    this.rule = rule;
    this.side = side;
  }

  /**
   * Takes what happened.
   *
   * @param charged the side that is in charge now
   * @param promise what the clock promises now
   */
  void take(Happening happening, @Nullable String charged, Supplier<Promise> promise) {
    Entry entry = happening.entry();
    List<String> entered = happening.entered();
    Instant at = entry.at();
    if (rule.start().pulls(happening)) {
      start(at, promise);
    }
    if (rounds.isEmpty()) {
      return;
    }
    if (owed(charged) && rule.resume().pulls(happening) && resumable(rounds.getLast())) {
      rounds.getLast().resume(at);
      again(at, charged, promise.get());
    }
    if (rule.start().enters() != null && entered.contains(rule.start().enters())) {
      again(at, charged, promise.get());
    }
    Round round = rounds.getLast();
    if (rule.recurring() && round.running() && rule.restart().pulls(happening)) {
      restart(entry, promise.get());
    }
    if (rule.stop().pulls(happening)) {
      stop(entry);
    }
  }

  /** A duty that was fulfilled is not owed again; one that was only interrupted may be. */
  boolean resumable(Round round) {
    return round.stopped != null && round.stoppedBy != null && resumable(round.stoppedBy);
  }

  private boolean resumable(String kind) {
    return rule.resumable().isEmpty() || rule.resumable().contains(kind);
  }

  /** A duty that does not recur starts once; one that does starts anew after it was stopped. */
  private void start(Instant at, Supplier<Promise> promise) {
    if (rounds.isEmpty() || (rule.recurring() && rounds.getLast().stopped != null)) {
      next(at, promise.get());
    }
  }

  /** An entry after which nothing is promised any more begins no further round. */
  private void restart(Entry entry, Promise promise) {
    if (promise.amount() == null) {
      rounds.getLast().cancelled = entry.at();
    } else {
      rounds.getLast().stop(entry);
      next(entry.at(), promise);
    }
  }

  private void next(Instant at, Promise promise) {
    rounds.add(new Round(rounds.size() + 1, at, promise));
  }

  /**
   * A round whose promise had lapsed is stopped too, lest a promise that comes back revive it. What
   * fulfils a duty that was only interrupted ends it for good.
   */
  private void stop(Entry entry) {
    Round round = rounds.getLast();
    if (round.stopped == null) {
      round.stop(entry);
    } else if (resumable(round) && !resumable(entry.kind())) {
      round.stoppedBy = entry.kind();
    }
  }

  private boolean owed(@Nullable String charged) {
    return side == null || side.equals(charged);
  }

  /** What is promised after an interruption. */
  private void again(Instant at, @Nullable String charged, Promise promise) {
    promised(at, charged, promise, rule.changes().severity());
  }

  /**
   * Takes what an earlier policy had promised, for this pack can't know it: it says what it would
   * have promised itself. Where the earlier one promised nothing, nobody can have broken anything.
   *
   * @return whether the earlier policy knew the clock, so that there is something to keep
   */
  boolean hadPromised(List<Promised> before) {
    List<Round> known = new ArrayList<>();
    for (Promised one : before) {
      Round round = one.clock().equals(rule.name()) ? round(one) : null;
      if (round != null && !known.contains(round)) {
        round.had(one);
        known.add(round);
      }
    }
    rounds.stream().filter(round -> !known.contains(round)).forEach(Round::hadNothing);
    return rounds.isEmpty() || !known.isEmpty();
  }

  /**
   * By its start, for a late entry gives rounds other numbers; a duty that does not recur has only
   * one. A round that this pack would not have begun goes on; null if it began others since.
   */
  private @Nullable Round round(Promised one) {
    Round found =
        rounds.stream()
            .filter(round -> !rule.recurring() || round.start.equals(one.startedAt()))
            .findFirst()
            .orElse(null);
    if (found == null && (rounds.isEmpty() || rounds.getLast().start.isBefore(one.startedAt()))) {
      next(one.startedAt(), one.promise());
      found = rounds.getLast();
    }
    return found;
  }

  /**
   * Takes what the clock promises from now on. A promise that lapses cancels the running round; one
   * that comes back gives it a new one.
   *
   * @param charged the side that is in charge now
   * @param change what the promise does to the one before it
   */
  void promised(Instant at, @Nullable String charged, Promise promise, Change change) {
    if (rounds.isEmpty() || change == Change.KEEP) {
      return;
    }
    Round round = rounds.getLast();
    if (round.stopped != null || !(round.running() || owed(charged))) {
      return;
    }
    if (promise.amount() == null) {
      round.cancelled = round.running() ? at : round.cancelled;
    } else if (rule.recurring() && !round.running()) {
      replace(round, at, promise);
    } else if (round.cancelled != null || !promise.equals(round.promises.getLast().promise())) {
      round.cancelled = null;
      round.promises.add(new Held(at, promise, change));
    }
  }

  /** A round in which nothing was promised was none. */
  private void replace(Round round, Instant at, Promise promise) {
    if (round.empty()) {
      rounds.removeLast();
    }
    next(at, promise);
  }
}
