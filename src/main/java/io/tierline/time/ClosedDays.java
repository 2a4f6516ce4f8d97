package io.tierline.time;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * The days that a calendar skips.
 *
 * @param weekly how many it skips every week, such as Sundays
 * @param holidays local dates that would have been open by the day of the week
 */
public record ClosedDays(int weekly, List<LocalDate> holidays) {

  /** None. */
  public static final ClosedDays NONE = new ClosedDays(0, List.of());

  /** Those without any open hour, from the local date of one instant to that of another. */
  public static ClosedDays between(BusinessCalendar calendar, Instant from, Instant to) {
    if (calendar instanceof AlwaysOpen) {
      return NONE;
    }
    LocalDate last = to.atZone(calendar.zone()).toLocalDate();
    int weekly = 0;
    List<LocalDate> holidays = new ArrayList<>();
    LocalDate date = from.atZone(calendar.zone()).toLocalDate();
    while (!date.isAfter(last)
        && calendar.openDayAfter(date.minusDays(1), 1) instanceof Reckoning.Known<LocalDate> next) {
      for (; date.isBefore(next.value()) && !date.isAfter(last); date = date.plusDays(1)) {
        if (calendar.holiday(date)) {
          holidays.add(date);
        } else {
          weekly++;
        }
      }
      date = next.value().plusDays(1);
    }
    return new ClosedDays(weekly, List.copyOf(holidays));
  }
}
