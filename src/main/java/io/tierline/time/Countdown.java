package io.tierline.time;

import io.tierline.time.Countdown.Due.At;
import io.tierline.time.Countdown.Due.Never;
import io.tierline.time.Pauses.Pause;
import io.tierline.time.Reckoning.Known;
import io.tierline.time.Reckoning.Unknown;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * A budget that runs down from a start, standing still while a pause runs. What of a pause lies
 * before the start doesn't matter. A budget that has run down as a pause begins is due then, and
 * broken one millisecond after the pause is over and it is open. A promise of four hours is kept at
 * four hours exactly and broken after: breached means that more than the budget elapsed.
 */
public record Countdown(Instant start, Budget budget, Pauses pauses) {

  /** When a budget has run down. */
  public sealed interface Due {

    /**
     * The earliest instant at which the whole budget has elapsed.
     *
     * @param breach the first millisecond at which more than the budget has elapsed: one after
     *     {@code due}, or after the opening that follows it; {@link Instant#MAX} if a pause without
     *     an end lies between
     */
    record At(Instant due, Instant breach) implements Due {}

    /** A pause without an end stops it first. */
    record Never() implements Due {}

    /** It, or its breach, lies outside the dates for which the calendar is known. */
    record Beyond(String reason) implements Due {}
  }

  /**
   * One that ends at an instant which nothing moves, in elapsed time.
   *
   * @param start from when it runs; an end that lies before it had passed already then, and counts
   *     from itself
   */
  public static Countdown to(Instant end, Instant start) {
    Instant from = end.isBefore(start) ? end : start;
    Budget budget =
        new Budget(BusinessCalendar.always(ZoneOffset.UTC), Duration.between(from, end));
    return new Countdown(from, budget, Pauses.NONE);
  }

  /** When the budget has run down. */
  public Due due() {
    return after(budget.time());
  }

  /**
   * The first instant at which so much has elapsed and time runs: at Monday's opening, not at
   * Friday's close; empty while a pause without an end comes first, and where the calendar is not
   * known.
   */
  public Optional<Instant> running(Duration time) {
    return after(time) instanceof At at && !at.breach().equals(Instant.MAX)
        ? Optional.of(at.breach().minusMillis(1))
        : Optional.empty();
  }

  /** When so much of it has: more than the budget is when it would have, were it longer. */
  public Due after(Duration time) {
    Instant cursor = start;
    Duration left = time;
    for (Pause pause : pauses.within(start, Instant.MAX).spans()) {
      switch (budget.calendar().between(cursor, pause.from())) {
        case Unknown<Duration> unknown -> {
          // The pause may lie past the horizon, and the budget run down long before.
          return at(cursor, left) instanceof At at && !at.due().isAfter(pause.from())
              ? at
              : new Due.Beyond(unknown.reason());
        }
        case Known<Duration> open -> {
          if (open.value().compareTo(left) >= 0) {
            return at(cursor, left);
          }
          left = left.minus(open.value());
        }
      }
      if (pause.openEnded()) {
        return new Never();
      }
      cursor = pause.to();
    }
    return at(cursor, left);
  }

  /**
   * What pauses took from it before an instant, in the time that its budget counts: of business
   * time a pause takes its open hours alone, of elapsed time all of it. Also what they took after
   * it had run down.
   */
  public Duration paused(Instant until) {
    Duration sum = Duration.ZERO;
    for (Pause pause : pauses.within(start, until).spans()) {
      if (budget.calendar().between(pause.from(), pause.to()) instanceof Known<Duration> open) {
        sum = sum.plus(open.value());
      }
    }
    return sum;
  }

  private Due at(Instant cursor, Duration left) {
    Reckoning<Due> end =
        budget
            .calendar()
            .plus(cursor, left)
            .then(due -> breach(due).then(breach -> new Known<>(new At(due, breach))));
    return switch (end) {
      case Known<Due> known -> known.value();
      case Unknown<Due> unknown -> new Due.Beyond(unknown.reason());
    };
  }

  private Reckoning<Instant> breach(Instant due) {
    Reckoning<Instant> open = budget.calendar().nextOpen(due);
    for (Pause pause : pauses.spans()) {
      if (!(open instanceof Known<Instant> first) || first.value().isBefore(pause.from())) {
        break;
      }
      if (pause.openEnded()) {
        return new Known<>(Instant.MAX);
      }
      if (pause.to().isAfter(first.value())) {
        open = budget.calendar().nextOpen(pause.to());
      }
    }
    return open.then(first -> new Known<>(first.plusMillis(1)));
  }
}
