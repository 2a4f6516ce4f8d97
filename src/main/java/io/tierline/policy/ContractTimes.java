package io.tierline.policy;

import io.tierline.time.Amount;
import io.tierline.time.Unit;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The times that a contract brings, by clock and severity: {@code times: {response: {P1: {amount:
 * 4, unit: hours, calendar: always}}}}. A clock to which none applies says {@code unit: none}.
 *
 * @param terms the contract's terms
 */
record ContractTimes(Map<String, Object> terms) {

  /** What the contract promises; nothing, with the reason, if it doesn't say. */
  Promise promise(Map<String, Object> values, Why why) {
    String clock = String.valueOf(values.get("clock"));
    String severity = String.valueOf(values.get("severity"));
    Map<?, ?> time = time(clock, severity);
    Optional<String> fault = fault(clock, severity);
    if (time == null || fault.isPresent()) {
      return new Promise(
          null, "", new Why(why.decision(), why.row(), why.clauses(), fault.orElse(null)), null);
    }
    return new Promise(amount(time), String.valueOf(time.get("calendar")), why, null);
  }

  /** What is wrong with the time of a clock; empty if it is there. */
  Optional<String> fault(String clock, String severity) {
    Map<?, ?> time = time(clock, severity);
    boolean told = time != null && (Inputs.NONE.equals(time.get("unit")) || amount(time) != null);
    return told
        ? Optional.empty()
        : Optional.of(
            "Expected the agreement's terms to bring under times.%s.%s an amount, a unit and a calendar, but found %s"
                .formatted(clock, severity, time == null ? "none" : Echo.of(time)));
  }

  private static @Nullable Amount amount(Map<?, ?> time) {
    return time.get("amount") instanceof Integer amount && amount >= 0 && amount <= Inputs.MOST
        ? Unit.of(String.valueOf(time.get("unit")))
            .map(unit -> new Amount(amount.longValue(), unit))
            .orElse(null)
        : null;
  }

  private @Nullable Map<?, ?> time(String clock, String severity) {
    return terms.get("times") instanceof Map<?, ?> times
            && times.get(clock) instanceof Map<?, ?> severities
            && severities.get(severity) instanceof Map<?, ?> time
        ? time
        : null;
  }
}
