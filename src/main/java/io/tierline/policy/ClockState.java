package io.tierline.policy;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Where a clock stands. {@code UNKNOWN}: it would end past the calendar's horizon. */
public enum ClockState {
  PENDING,
  RUNNING,
  PAUSED,
  MET,
  BREACHED,
  UNKNOWN,
  CANCELLED,
  NOT_APPLICABLE;

  /** The code used in JSON and case files, such as {@code not-applicable}. */
  @JsonValue
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The state of a code; throws IllegalArgumentException for an unknown one. */
  @JsonCreator
  public static ClockState of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
