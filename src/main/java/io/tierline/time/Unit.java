package io.tierline.time;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a promise is counted in. */
public enum Unit {
  /** Elapsed time. */
  HOURS,
  /** Open time. */
  BUSINESS_HOURS,
  /** The same local time of day on the nth open day that follows. */
  BUSINESS_DAYS,
  /** The same local time of day, days later. */
  CALENDAR_DAYS,
  /** The same local time of day, weeks later. */
  CALENDAR_WEEKS;

  /** The code used in tables and JSON, such as {@code business-days}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The unit of a code. */
  public static Optional<Unit> of(String code) {
    return Arrays.stream(values()).filter(unit -> unit.code().equals(code)).findFirst();
  }
}
