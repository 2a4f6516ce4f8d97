package io.tierline.time;

import io.tierline.time.Reckoning.Known;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;

/** A promise as it is worded, such as 3 business days. */
public record Amount(long count, Unit unit) {

  private static final BusinessCalendar ELAPSED = BusinessCalendar.always(ZoneOffset.UTC);

  /**
   * The time that it comes to when it starts at an instant. Days are resolved here, once: what
   * arrives while it is closed counts from the next opening, and later pauses don't change how long
   * a day was.
   */
  public Reckoning<Budget> from(Instant start, BusinessCalendar calendar) {
    return switch (unit) {
      case HOURS -> elapsed(Duration.ofHours(count));
      case BUSINESS_HOURS -> new Known<>(new Budget(calendar, Duration.ofHours(count)));
      case BUSINESS_DAYS -> businessDays(start, calendar);
      case CALENDAR_DAYS -> calendarDays(start, calendar.zone(), count);
      case CALENDAR_WEEKS -> calendarDays(start, calendar.zone(), Math.multiplyExact(count, 7));
    };
  }

  private Reckoning<Budget> businessDays(Instant start, BusinessCalendar calendar) {
    ZoneId zone = calendar.zone();
    return calendar
        .nextOpen(start)
        .then(
            opening -> {
              ZonedDateTime local = opening.atZone(zone);
              return calendar
                  .openDayAfter(local.toLocalDate(), count)
                  .then(day -> calendar.between(opening, local.with(day).toInstant()));
            })
        .then(open -> new Known<>(new Budget(calendar, open)));
  }

  private static Reckoning<Budget> calendarDays(Instant start, ZoneId zone, long days) {
    return elapsed(Duration.between(start, start.atZone(zone).plusDays(days).toInstant()));
  }

  private static Reckoning<Budget> elapsed(Duration duration) {
    return new Known<>(new Budget(ELAPSED, duration));
  }
}
