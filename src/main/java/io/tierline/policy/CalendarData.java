package io.tierline.policy;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What was added to the calendars of a pack since its versions were made: a value that goes into
 * the judge beside the pack.
 *
 * @param taken in the order of taking
 */
public record CalendarData(List<Taken> taken) {

  /** Nothing was added. */
  public static final CalendarData NONE = new CalendarData(List.of());

  /**
   * A supplement that was taken.
   *
   * @param number its place, from 1: the later, the higher
   * @param at when it was taken, UTC
   */
  public record Taken(long number, Instant at, Supplement supplement) {}

  /** Puts them into their order. */
  public CalendarData {
    taken = taken.stream().sorted(Comparator.comparingLong(Taken::number)).toList();
  }

  /** The place of the last one; 0 if nothing was added. */
  public long last() {
    return taken.isEmpty() ? 0 : taken.getLast().number();
  }

  /** What was added by an instant. */
  public CalendarData knownBy(Instant instant) {
    return new CalendarData(taken.stream().filter(one -> !one.at().isAfter(instant)).toList());
  }

  /** The supplements of a calendar: of an agreement, or of the pack's own. */
  List<Supplement> of(@Nullable String agreement, String calendar) {
    if (taken.isEmpty()) {
      return List.of();
    }
    return all()
        .filter(one -> one.calendar().equals(calendar))
        .filter(one -> Objects.equals(one.agreement(), agreement))
        .toList();
  }

  /** The versions of those that concern tickets under an agreement. */
  List<String> versions(@Nullable String agreement) {
    if (taken.isEmpty()) {
      return List.of();
    }
    return all()
        .filter(one -> one.agreement() == null || one.agreement().equals(agreement))
        .map(Supplement::version)
        .toList();
  }

  private Stream<Supplement> all() {
    return taken.stream().map(Taken::supplement);
  }
}
