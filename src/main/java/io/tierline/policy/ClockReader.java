package io.tierline.policy;

import io.tierline.policy.Declaration.ClockRule;
import io.tierline.policy.Round.Held;
import io.tierline.time.Amount;
import io.tierline.time.BusinessCalendar;
import io.tierline.time.Countdown;
import io.tierline.time.Countdown.Due;
import io.tierline.time.Pauses;
import io.tierline.time.Reckoning;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads the clocks off their courses.
 *
 * @param now the instant at which they are read
 * @param pack what gave the budgets, such as {@code pack@version}
 * @param calendars the calendars that budgets name; unknown if there is none of that name
 * @param ended the calendars before each change of them, in order
 * @param pauses the named pauses, each with its spans
 */
record ClockReader(
    Instant now,
    String pack,
    Function<String, Reckoning<BusinessCalendar>> calendars,
    List<Era> ended,
    Function<List<String>, Pauses> pauses) {

  /** Calendars that never changed. */
  ClockReader(
      Instant now,
      String pack,
      Function<String, Reckoning<BusinessCalendar>> calendars,
      Function<List<String>, Pauses> pauses) {
    this(now, pack, calendars, List.of(), pauses);
  }

  /** One promise of a round, run down. */
  record Run(
      Promise promise,
      Amount amount,
      Instant start,
      @Nullable Instant before,
      @Nullable Countdown countdown,
      Due due) {

    Instant breach() {
      return due instanceof Due.At at ? at.breach() : Instant.MAX;
    }
  }

  List<Reading> read(ClockCourse course) {
    if (course.rounds.isEmpty()) {
      return List.of(pending(course.rule));
    }
    Pauses named = pauses.apply(course.rule.pauses());
    List<Reading> readings = new ArrayList<>(course.rounds.size());
    course.rounds.forEach(round -> readings.add(read(course.rule, round, named)));
    return readings;
  }

  /** What is promised in every round, for the policy that comes after this one. */
  List<Promised> promised(ClockCourse course) {
    return course.rounds.stream().map(round -> promised(course.rule, round)).toList();
  }

  private Promised promised(ClockRule rule, Round round) {
    Run run = round.empty() ? null : run(rule, round);
    return new Promised(
        rule.name(),
        round.number,
        round.start,
        run == null ? round.start : run.start(),
        run == null ? null : run.amount().count(),
        run == null ? null : run.amount().unit().code(),
        run == null ? null : run.promise().calendar(),
        run == null ? pack : by(run),
        round.cancelled == null ? round.stopped : null,
        round.cancelled,
        List.copyOf(round.lapses));
  }

  private String by(Run run) {
    return run.promise().pack() == null ? pack : run.promise().pack();
  }

  /** The promise that decides a round in which something was promised. */
  Run run(ClockRule rule, Round round) {
    return run(rule, round, round.kept());
  }

  /** The one that would, were these all that was promised: the first of what was kept in it. */
  Run run(ClockRule rule, Round round, List<Held> held) {
    Pauses spans = spans(round, round.end(), pauses.apply(rule.pauses()));
    return during(round, spans).decisive(round, held, spans);
  }

  /** The changes of its calendar that the promise which decides a round is reckoned with. */
  List<CalendarChange> changes(ClockRule rule, Round round, Run decisive) {
    Pauses spans = spans(round, round.end(), pauses.apply(rule.pauses()));
    return Reasons.changes(decisive, during(round, spans).ended);
  }

  private Reading pending(ClockRule rule) {
    Why why = new Why("policy.yaml#clocks." + rule.name(), null, rule.word().clauses(), null);
    return idle(rule, 1, ClockState.PENDING, null, why);
  }

  private Reading idle(
      ClockRule rule, int round, ClockState state, @Nullable Instant start, Why why) {
    Clock clock =
        new Clock(
            rule.name(),
            round,
            state,
            false,
            rule.owner(),
            null,
            null,
            start,
            null,
            null,
            null,
            List.of(),
            pack,
            why);
    return new Reading(clock, Instant.MAX);
  }

  private Reading read(ClockRule rule, Round round, Pauses named) {
    if (round.empty()) {
      Why why = round.promises.getLast().promise().why();
      return idle(rule, round.number, ClockState.NOT_APPLICABLE, round.start, why);
    }
    Instant end = round.end();
    Pauses spans = spans(round, end, named);
    ClockReader reader = during(round, spans);
    Run run = reader.decisive(round, round.kept(), spans);
    boolean breached = !run.breach().isAfter(end == null ? now : end);
    ClockState state = reader.state(round, run, breached, named);
    Clock clock =
        new Clock(
            rule.name(),
            round.number,
            state,
            breached,
            rule.owner(),
            run.amount().count(),
            run.amount().unit().code(),
            round.start,
            run.due() instanceof Due.At at && !at.breach().equals(Instant.MAX) ? at.due() : null,
            end,
            paused(run, end == null ? now : end),
            Reminders.of(rule, run, round, end == null ? now : end),
            by(run),
            Reasons.of(run, round.start, reader.ended));
    return new Reading(clock, run.breach());
  }

  /**
   * The reader with the calendars that a round goes by: what had ended or was broken when they
   * changed stays as it was.
   */
  private ClockReader during(Round round, Pauses spans) {
    Instant end = round.end();
    for (int i = 0; i < ended.size(); i++) {
      Era era = ended.get(i);
      ClockReader before = new ClockReader(now, pack, era.calendars(), ended.subList(0, i), pauses);
      if ((end != null && !end.isAfter(era.end()))
          || !before.decisive(round, round.kept(), spans).breach().isAfter(era.end())) {
        return before;
      }
    }
    return this;
  }

  private Run decisive(Round round, List<Held> held, Pauses spans) {
    return new Decisive(calendars, spans).of(round, held);
  }

  private static Pauses spans(Round round, @Nullable Instant end, Pauses named) {
    if (round.gaps.isEmpty() && round.lapses.isEmpty()) {
      return named.within(round.start, end == null ? Instant.MAX : end);
    }
    List<Pauses.Pause> all = new ArrayList<>(named.spans());
    all.addAll(round.gaps);
    all.addAll(round.lapses);
    return new Pauses(all).within(round.start, end == null ? Instant.MAX : end);
  }

  private ClockState state(Round round, Run run, boolean breached, Pauses named) {
    if (round.cancelled != null) {
      return ClockState.CANCELLED;
    }
    if (breached) {
      return ClockState.BREACHED;
    }
    if (run.due() instanceof Due.Beyond) {
      return round.stopped != null && known(run, round) ? ClockState.MET : ClockState.UNKNOWN;
    }
    if (round.stopped != null) {
      return ClockState.MET;
    }
    return named.cover(now) ? ClockState.PAUSED : ClockState.RUNNING;
  }

  /** Whether it ended while the calendar was known, so that less than the budget had elapsed. */
  private boolean known(Run run, Round round) {
    Instant stopped = java.util.Objects.requireNonNull(round.stopped);
    return calendars
            .apply(run.promise().calendar())
            .then(calendar -> calendar.between(round.start, stopped))
        instanceof Reckoning.Known<Duration>;
  }

  private static @Nullable String paused(Run run, Instant until) {
    if (run.countdown() == null || run.countdown().pauses().spans().isEmpty()) {
      return null;
    }
    Duration paused = run.countdown().paused(until);
    return paused.isZero() ? null : paused.toString();
  }
}
