package io.tierline.policy;

import io.tierline.policy.Declaration.Change;
import io.tierline.policy.Declaration.ClockRule;
import io.tierline.policy.Round.Held;
import io.tierline.time.Amount;
import io.tierline.time.BusinessCalendar;
import io.tierline.time.Countdown;
import io.tierline.time.Countdown.Due;
import io.tierline.time.Pauses;
import io.tierline.time.Reckoning;
import io.tierline.time.Reckoning.Known;
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
 * @param pauses the named pauses, each with its spans
 */
record ClockReader(
    Instant now,
    String pack,
    Function<String, Reckoning<BusinessCalendar>> calendars,
    Function<List<String>, Pauses> pauses) {

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

  /** The promise that decides a round in which something was promised. */
  Run run(ClockRule rule, Round round) {
    return run(rule, round, round.kept());
  }

  /** The one that would, were these all that was promised: the first of what was kept in it. */
  Run run(ClockRule rule, Round round, List<Held> held) {
    return decisive(round, held, spans(round, round.end(), pauses.apply(rule.pauses())));
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
    Run run = decisive(round, round.kept(), spans);
    boolean breached = !run.breach().isAfter(end == null ? now : end);
    ClockState state = state(round, run, breached, named);
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
            pack,
            why(run, round.start));
    return new Reading(clock, run.breach());
  }

  private static Pauses spans(Round round, @Nullable Instant end, Pauses named) {
    if (round.gaps.isEmpty()) {
      return named.within(round.start, end == null ? Instant.MAX : end);
    }
    List<Pauses.Pause> all = new ArrayList<>(named.spans());
    all.addAll(round.gaps);
    return new Pauses(all).within(round.start, end == null ? Instant.MAX : end);
  }

  /** The promise that decides, by what each did to the one before it. */
  private Run decisive(Round round, List<Held> held, Pauses spans) {
    Held first = held.getFirst();
    Counted decisive =
        new Counted(
            first.promise(),
            first.change() == Change.REBASE ? round.start : first.since(),
            round.before);
    for (Held next : held.subList(1, held.size())) {
      if (!run(decisive, spans).breach().isAfter(next.since())) {
        return run(decisive, spans); // what is broken stays broken, whatever is promised after
      }
      decisive =
          switch (next.change()) {
            case KEEP -> decisive;
            case REBASE -> new Counted(next.promise(), round.start, round.before);
            case RESTART -> new Counted(next.promise(), next.since(), round.before);
            case EARLIEST ->
                earlier(decisive, new Counted(next.promise(), next.since(), round.before), spans);
          };
    }
    return run(decisive, spans);
  }

  /** A promise, the instant from which it counts, and the one before which it ends, if any. */
  private record Counted(Promise promise, Instant from, @Nullable Instant before) {

    Reckoning<Countdown> countdown(Amount amount, BusinessCalendar calendar, Pauses spans) {
      return before == null
          ? amount
              .from(from, calendar)
              .then(budget -> new Known<>(new Countdown(from, budget, spans)))
          : amount.before(before, calendar).then(end -> new Known<>(Countdown.to(end, from)));
    }
  }

  /**
   * By the breach: one that is due on Friday evening may be kept until Monday morning. A promise
   * counts from when it was made, for nobody could keep it before. While a pause has no end none is
   * ever broken; which of them would be first is the same as if it had not begun.
   */
  private Counted earlier(Counted one, Counted other, Pauses spans) {
    Pauses ended = spans.ended();
    return run(other, ended).breach().isBefore(run(one, ended).breach()) ? other : one;
  }

  private Run run(Counted counted, Pauses spans) {
    Promise promise = counted.promise();
    Instant start = counted.from();
    Amount amount = java.util.Objects.requireNonNull(promise.amount());
    Reckoning<Countdown> countdown =
        calendars
            .apply(promise.calendar())
            .then(calendar -> counted.countdown(amount, calendar, spans));
    return switch (countdown) {
      case Reckoning.Unknown<Countdown> unknown ->
          new Run(promise, amount, start, counted.before(), null, new Due.Beyond(unknown.reason()));
      case Known<Countdown> known ->
          new Run(promise, amount, start, counted.before(), known.value(), known.value().due());
    };
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

  private static Why why(Run run, Instant start) {
    Why why = run.promise().why();
    if (run.due() instanceof Due.Beyond beyond) {
      return new Why(why.decision(), why.row(), why.clauses(), beyond.reason());
    }
    return run.start().equals(start)
        ? why
        : new Why(
            why.decision(),
            why.row(),
            why.clauses(),
            "It counts from %s, when it was promised".formatted(run.start()));
  }
}
