package io.tierline.policy;

import java.time.LocalDate;
import java.util.List;

/** Whether a supplement goes on where a calendar of a pack ends. */
public sealed interface Fitting {

  /** It does. */
  record Fits() implements Fitting {}

  /**
   * The calendar knows its first date already; one that another version of the pack has, or other
   * terms, may not.
   *
   * @param knownTo the last date that it knows
   */
  record Overlaps(LocalDate knownTo, Fault fault) implements Fitting {}

  /** It can't. */
  record Unfit(List<Fault> faults) implements Fitting {}
}
