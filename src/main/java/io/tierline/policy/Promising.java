package io.tierline.policy;

import io.tierline.policy.Declaration.Change;
import io.tierline.policy.Declaration.Occasion;
import io.tierline.policy.Trigger.Happening;
import io.tierline.timeline.Entry;
import io.tierline.timeline.Kinds;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What the clocks of a course promise, at first and after something changed. */
final class Promising {

  /** What an entry changed that clocks may be promised anew for. */
  record Changed(boolean severity, boolean tier, boolean route) {}

  private final List<ClockCourse> clocks;
  private final Function<ClockCourse, Promise> promise;
  private final Supplier<@Nullable String> charged;
  private final Supplier<List<Object>> facts;
  private List<Object> known;

  /**
   * @param promise what a clock promises now
   * @param charged the side that is in charge now
   * @param facts what decides it beside severity, tier, route and type, as it is now
   */
  Promising(
      List<ClockCourse> clocks,
      Function<ClockCourse, Promise> promise,
      Supplier<@Nullable String> charged,
      Supplier<List<Object>> facts) {
    this.clocks = clocks;
    this.promise = promise;
    this.charged = charged;
    this.facts = facts;
    known = facts.get();
  }

  void take(Happening happening) {
    for (ClockCourse clock : clocks) {
      clock.take(happening, charged.get(), () -> promise.apply(clock));
    }
  }

  /** After the clocks took the entry: what it stopped is not promised anything any more. */
  void anew(Entry entry, Changed changed) {
    Instant at = entry.at();
    if (changed.severity()) {
      anew(at, Occasion.SEVERITY);
    }
    if (changed.tier()) {
      anew(at, Occasion.TIER);
    }
    if (changed.route()) {
      anew(at, Occasion.ROUTE);
    }
    boolean otherwise = !known.equals(facts.get());
    known = facts.get();
    switch (entry.kind()) {
      case Kinds.RETYPED -> anew(at, Occasion.TYPE);
      case Kinds.POLICY_CHANGED ->
          Promised.of(entry)
              .ifPresentOrElse(before -> succeed(at, before), () -> anew(at, Occasion.POLICY));
      default -> {
        // the facts, and not the promises: one that a change has kept differs all along
        if (otherwise) {
          anew(at, Occasion.FACT);
        }
      }
    }
  }

  private void anew(Instant at, Occasion occasion) {
    for (ClockCourse clock : clocks) {
      promised(clock, at, occasion);
    }
  }

  private void promised(ClockCourse clock, Instant at, Occasion occasion) {
    if (occasion.of(clock.rule.changes()) != Change.KEEP) {
      clock.promised(at, charged.get(), promise.apply(clock), occasion);
    }
  }

  /** What is new with this policy counts from now, whatever it does to what it found. */
  private void succeed(Instant at, List<Promised> before) {
    for (ClockCourse clock : clocks) {
      boolean known = clock.hadPromised(before);
      promised(clock, at, known ? Occasion.POLICY : Occasion.NEW_POLICY);
    }
  }
}
