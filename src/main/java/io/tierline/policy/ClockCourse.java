package io.tierline.policy;

import io.tierline.policy.Declaration.Change;
import io.tierline.policy.Declaration.ClockRule;
import io.tierline.policy.Declaration.Occasion;
import io.tierline.policy.Round.Held;
import io.tierline.policy.Trigger.Beginning;
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
    boolean began =
        rule.start().pulls(happening) && start(rule.start().beginning(happening), promise);
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
    if (rule.recurring() && !began && round.running() && rule.restart().pulls(happening)) {
      restart(happening, promise.get());
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
  private boolean start(Beginning beginning, Supplier<Promise> promise) {
    boolean begins = rounds.isEmpty() || (rule.recurring() && rounds.getLast().stopped != null);
    if (begins) {
      next(beginning, promise.get());
    }
    return begins;
  }

  /** An entry after which nothing is promised any more begins no further round. */
  private void restart(Happening happening, Promise promise) {
    Entry entry = happening.entry();
    if (promise.amount() == null) {
      rounds.getLast().cancelled = entry.at();
    } else {
      rounds.getLast().stop(entry);
      next(rule.restart().beginning(happening), promise);
    }
  }

  private void next(Beginning beginning, Promise promise) {
    rounds.add(new Round(rounds.size() + 1, beginning, promise));
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
    promised(at, charged, promise, Occasion.RESUMPTION);
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
      next(new Beginning(one.startedAt(), null), one.promise());
      found = rounds.getLast();
    }
    return found;
  }

  /**
   * Takes what the clock promises from now on. A promise that lapses cancels the running round; one
   * that comes back gives it a new one, and the time between was nobody's.
   *
   * @param charged the side that is in charge now
   * @param occasion why it does
   */
  void promised(Instant at, @Nullable String charged, Promise promise, Occasion occasion) {
    Change change = occasion.of(rule.changes());
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
      round.revive(at);
      Instant since = at.isBefore(round.start) ? round.start : at;
      round.promises.add(new Held(since, promise, change, occasion));
    }
  }

  /** A round in which nothing was promised was none. */
  private void replace(Round round, Instant at, Promise promise) {
    if (round.empty()) {
      rounds.removeLast();
    }
    next(new Beginning(at, round.before), promise);
  }
}
