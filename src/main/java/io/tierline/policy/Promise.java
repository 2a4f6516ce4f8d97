package io.tierline.policy;

import io.tierline.time.Amount;
import io.tierline.time.Unit;
import io.tierline.timeline.Entry;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a clock promises for a severity.
 *
 * @param amount null if nothing is promised
 * @param calendar the calendar that it counts in
 */
record Promise(@Nullable Amount amount, String calendar, Why why) {

  /**
   * What a clock had promised before a change of policy: its entry says so, under {@code promised},
   * as {@code {response: {amount: 4, unit: hours, calendar: always}}}.
   */
  static Optional<Promise> before(Entry changed, String clock) {
    return changed.data().get("promised") instanceof Map<?, ?> promised
            && promised.get(clock) instanceof Map<?, ?> one
            && one.get("amount") instanceof Integer amount
            && amount >= 0
            && amount <= Inputs.MOST
        ? Unit.of(String.valueOf(one.get("unit")))
            .map(unit -> new Amount(amount.longValue(), unit))
            .map(found -> new Promise(found, String.valueOf(one.get("calendar")), earlier()))
        : Optional.empty();
  }

  private static Why earlier() {
    return new Why("policy-changed", null, List.of(), "It was promised under an earlier policy");
  }
}
