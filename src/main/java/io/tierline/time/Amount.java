package io.tierline.time;

import io.tierline.time.Reckoning.Known;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;

/** A promise as it is worded, such as 3 business days. */
public record Amount(long count, Unit unit) {

  private static final BusinessCalendar ELAPSED = BusinessCalendar.always(ZoneOffset.UTC);

  /** The shortest span there is. */
  private static final Duration INSTANT = Duration.ofMillis(1);

  /**
   * The time that it comes to when it starts at an instant. Days, weeks and months are resolved
   * here, once: what arrives while it is closed counts from the next opening, and later pauses
   * don't change how long a day was.
   */
  public Reckoning<Budget> from(Instant start, BusinessCalendar calendar) {
    return switch (unit) {
      case MINUTES -> elapsed(Duration.ofMinutes(count));
      case HOURS -> elapsed(Duration.ofHours(count));
      case BUSINESS_HOURS -> new Known<>(new Budget(calendar, Duration.ofHours(count)));
      case BUSINESS_DAYS -> businessDays(start, calendar);
      case CALENDAR_DAYS, CALENDAR_WEEKS, CALENDAR_MONTHS ->
          elapsed(Duration.between(start, moved(start, calendar.zone(), 1)));
    };
  }

  /**
   * The instant that lies so long before another one: the latest at which all of it is left. What
   * ends while it is closed ends at the close before; for business days the local time of day is
   * that of the end, on the nth day with open hours before it, and the opening after where that day
   * is closed at that time.
   */
  public Reckoning<Instant> before(Instant end, BusinessCalendar calendar) {
    return switch (unit) {
      case MINUTES -> ELAPSED.minus(end, Duration.ofMinutes(count));
      case HOURS -> ELAPSED.minus(end, Duration.ofHours(count));
      case BUSINESS_HOURS -> calendar.minus(end, Duration.ofHours(count));
      case BUSINESS_DAYS ->
          count == 0
              ? new Known<>(end)
              : calendar.minus(end, INSTANT).then(last -> businessDays(last, calendar, -count));
      case CALENDAR_DAYS, CALENDAR_WEEKS, CALENDAR_MONTHS ->
          new Known<>(moved(end, calendar.zone(), -1));
    };
  }

  /**
   * Backwards from the last open millisecond, for a close at midnight belongs to the day before.
   */
  private static Reckoning<Instant> businessDays(
      Instant last, BusinessCalendar calendar, long days) {
    ZonedDateTime local = last.atZone(calendar.zone());
    Instant close = last.plus(INSTANT);
    return calendar
        .openDayAfter(local.toLocalDate(), days)
        .then(day -> calendar.between(after(local, day), close))
        .then(open -> calendar.minus(close, open));
  }

  /** The next local time of day on another day, on the wall before it is an instant. */
  private static Instant after(ZonedDateTime last, LocalDate day) {
    LocalDateTime wall = last.toLocalDateTime().with(day).plus(INSTANT);
    return ZonedDateTime.ofLocal(wall, last.getZone(), last.getOffset()).toInstant();
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

  private Instant moved(Instant from, ZoneId zone, int direction) {
    ZonedDateTime local = from.atZone(zone);
    long times = Math.multiplyExact(count, direction);
    return switch (unit) {
      case CALENDAR_MONTHS -> local.plusMonths(times).toInstant();
      case CALENDAR_WEEKS -> local.plusWeeks(times).toInstant();
      default -> local.plusDays(times).toInstant();
    };
  }

  private static Reckoning<Budget> elapsed(Duration duration) {
    return new Known<>(new Budget(ELAPSED, duration));
  }
}
