package io.tierline.policy;

import io.tierline.policy.Explanation.Closed;
import io.tierline.policy.Explanation.Omitted;
import io.tierline.policy.Explanation.Resolved;
import io.tierline.policy.Explanation.Segment;
import io.tierline.time.BusinessCalendar;
import io.tierline.time.ClosedDays;
import io.tierline.time.Countdown;
import io.tierline.time.Countdown.Due;
import io.tierline.time.Counted;
import io.tierline.time.Reckoning;
import io.tierline.time.Reckoning.Known;
import io.tierline.time.Reckoning.Unknown;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a promise came to, and how much of it has elapsed, in figures. */
record Figures(
    ClockReader.@Nullable Run run,
    String zone,
    @Nullable Reckoning<Counted> counted,
    Closed closed) {

  private static final Closed NONE = new Closed(0, List.of());

  /**
   * The figures of a promise that is run down.
   *
   * @param run null if nothing is promised
   * @param zone of the calendar that the promise names: calendar days are elapsed time, but end by
   *     its local times
   */
  static Figures of(ClockReader.@Nullable Run run, String zone, Instant until) {
    if (run == null || run.countdown() == null) {
      return new Figures(run, zone, null, NONE);
    }
    Countdown countdown = run.countdown();
    Instant due = run.due() instanceof Due.At at ? at.due() : until;
    ClosedDays days =
        ClosedDays.between(
            countdown.budget().calendar(), countdown.start(), due.isAfter(until) ? due : until);
    return new Figures(
        run, zone, Counted.of(countdown, until), new Closed(days.weekly(), days.holidays()));
  }

  @Nullable Resolved resolved() {
    if (run == null || run.countdown() == null) {
      return null;
    }
    Countdown countdown = run.countdown();
    BusinessCalendar calendar = countdown.budget().calendar();
    Duration time = countdown.budget().time();
    return new Resolved(
        run.promise().calendar(),
        zone,
        countdown.start(),
        calendar.nextOpen(countdown.start()) instanceof Known<Instant> open
            ? open.value()
            : countdown.start(),
        time.toString(),
        run.before(),
        calendar.plus(countdown.start(), time) instanceof Known<Instant> due ? due.value() : null);
  }

  @Nullable String elapsed() {
    return counted instanceof Known<Counted> known ? known.value().time().toString() : null;
  }

  @Nullable String left() {
    return run != null && run.countdown() != null && counted instanceof Known<Counted> known
        ? run.countdown().budget().time().minus(known.value().time()).toString()
        : null;
  }

  List<Segment> segments() {
    return all().stream()
        .limit(Explanation.MOST_SEGMENTS)
        .map(one -> new Segment(one.from(), one.to(), one.time().toString()))
        .toList();
  }

  @Nullable Omitted omitted() {
    if (all().size() <= Explanation.MOST_SEGMENTS) {
      return null;
    }
    List<Counted.Segment> rest = all().subList(Explanation.MOST_SEGMENTS, all().size());
    Duration time = rest.stream().map(Counted.Segment::time).reduce(Duration.ZERO, Duration::plus);
    return new Omitted(rest.size(), rest.getFirst().from(), rest.getLast().to(), time.toString());
  }

  private List<Counted.Segment> all() {
    return counted instanceof Known<Counted> known ? known.value().segments() : List.of();
  }

  /** Why there are none. */
  @Nullable String reason(Clock clock) {
    if (counted instanceof Unknown<Counted> unknown) {
      return unknown.reason();
    }
    return counted == null || clock.state() == ClockState.UNKNOWN ? clock.why().reason() : null;
  }
}
