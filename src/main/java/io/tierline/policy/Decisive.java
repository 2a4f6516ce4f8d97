package io.tierline.policy;

import io.tierline.policy.ClockReader.Run;
import io.tierline.policy.Declaration.Change;
import io.tierline.policy.Round.Held;
import io.tierline.time.Amount;
import io.tierline.time.BusinessCalendar;
import io.tierline.time.Countdown;
import io.tierline.time.Countdown.Due;
import io.tierline.time.Pauses;
import io.tierline.time.Reckoning;
import io.tierline.time.Reckoning.Known;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Which promise of a round decides.
 *
 * @param calendars the calendars that budgets name
 * @param pauses what stood still in the round
 */
record Decisive(Function<String, Reckoning<BusinessCalendar>> calendars, Pauses pauses) {

  /** The promise that decides, by what each did to the one before it. */
  Run of(Round round, List<Held> held) {
    Held first = held.getFirst();
    Counted decisive =
        new Counted(
            first.promise(),
            first.change() == Change.REBASE ? round.start : first.since(),
            round.before);
    for (Held next : held.subList(1, held.size())) {
      if (!run(decisive, pauses).breach().isAfter(next.since())) {
        return run(decisive, pauses); // what is broken stays broken, whatever is promised after
      }
      decisive =
          switch (next.change()) {
            case KEEP -> decisive;
            case REBASE -> new Counted(next.promise(), round.start, round.before);
            case RESTART -> new Counted(next.promise(), next.since(), round.before);
            case EARLIEST ->
                earlier(decisive, new Counted(next.promise(), next.since(), round.before));
          };
    }
    return run(decisive, pauses);
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
  private Counted earlier(Counted one, Counted other) {
    Pauses ended = pauses.ended();
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
}
