package io.tierline.policy;

import io.tierline.time.Shift;
import io.tierline.time.WeeklyHours;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Further dates of a calendar, from the day after its last one. Never changes once it was taken
 * (ADR 0018).
 *
 * @param pack whose calendar it is, in whatever version
 * @param version its own, unique in its pack
 * @param agreement the agreement that brings the calendar; null for the pack's own
 * @param calendar the calendar's name in the pack
 * @param from the first of the dates: it goes on where a calendar ends on the day before
 * @param to the last of the dates
 * @param closed those that are closed
 * @param days those with hours of their own
 * @param hours the weekly hours from the first of them on; null for those before
 */
public record Supplement(
    String pack,
    String version,
    @Nullable String agreement,
    String calendar,
    LocalDate from,
    LocalDate to,
    Set<LocalDate> closed,
    Map<LocalDate, List<Shift>> days,
    @Nullable Map<DayOfWeek, List<Shift>> hours) {

  /** What became of a text. */
  public sealed interface Draft {

    /** It is a supplement; whether it fits a calendar only its pack can say. */
    record Sound(Supplement supplement) implements Draft {}

    /** It is none; every fault is listed. */
    record Faulty(List<Fault> faults) implements Draft {}
  }

  /** Copies what it is given. */
  public Supplement {
    closed = Set.copyOf(closed);
    days = Map.copyOf(days);
    hours = hours == null ? null : Map.copyOf(hours);
  }

  /** Reads YAML or JSON. */
  public static Draft read(String text) {
    return SupplementReader.read(text);
  }

  /** Whether it goes on where the calendar ends. */
  boolean continues(WeeklyHours calendar) {
    return calendar.to().plusDays(1).equals(from);
  }

  WeeklyHours after(WeeklyHours calendar) {
    return calendar.and(to, closed, days, hours);
  }
}
