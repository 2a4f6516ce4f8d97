package io.tierline.time;

import io.tierline.time.Reckoning.Known;
import io.tierline.time.Reckoning.Unknown;
import io.tierline.time.Windows.Window;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** Weekly hours and their exceptions, laid out once over all dates for which they are known. */
final class WeeklyCalendar implements BusinessCalendar {

  private final WeeklyHours hours;
  private final OpenTime open;
  private final LocalDate[] openDays;
  private final long first;
  private final long end;

  WeeklyCalendar(WeeklyHours hours, List<Window> windows) {
    this.hours = hours;
    open = new OpenTime(windows);
    openDays = openDays(windows);
    first = hours.start().toEpochMilli();
    end = hours.end().toEpochMilli();
  }

  @Override
  public ZoneId zone() {
    return hours.zone();
  }

  @Override
  public Instant knownFrom() {
    return Instant.ofEpochMilli(first);
  }

  @Override
  public Instant knownTo() {
    return Instant.ofEpochMilli(end);
  }

  @Override
  public Optional<WeeklyHours> hours() {
    return Optional.of(hours);
  }

  @Override
  public Reckoning<Instant> plus(Instant start, Duration duration) {
    long time = Millis.of(duration);
    long before = open.before(start.toEpochMilli());
    if (outside(start.toEpochMilli()) || time > open.total() - before) {
      return beyond();
    }
    return time == 0 ? new Known<>(start) : known(open.earliest(before + time));
  }

  @Override
  public Reckoning<Instant> minus(Instant end, Duration duration) {
    long time = Millis.of(duration);
    long before = open.before(end.toEpochMilli());
    if (outside(end.toEpochMilli()) || time > before) {
      return beyond();
    }
    return time == 0 ? new Known<>(end) : known(open.latest(before - time));
  }

  @Override
  public Reckoning<Duration> between(Instant from, Instant to) {
    if (outside(from.toEpochMilli()) || outside(to.toEpochMilli())) {
      return beyond();
    }
    long time = open.before(to.toEpochMilli()) - open.before(from.toEpochMilli());
    return new Known<>(Duration.ofMillis(Math.max(0, time)));
  }

  @Override
  public Reckoning<Instant> nextOpen(Instant instant) {
    long next = open.nextOpen(instant.toEpochMilli());
    return outside(instant.toEpochMilli()) || next == Long.MAX_VALUE ? beyond() : known(next);
  }

  @Override
  public Reckoning<Instant> nextClose(Instant instant) {
    long next = open.nextClose(instant.toEpochMilli());
    // whether it closes where its dates end nobody knows
    return outside(instant.toEpochMilli()) || next >= end ? beyond() : known(next);
  }

  @Override
  public Reckoning<LocalDate> openDayAfter(LocalDate date, long n) {
    int found = Arrays.binarySearch(openDays, date);
    long index = (found >= 0 ? found : -found - 2) + n;
    return date.isBefore(hours.from()) || index < 0 || index >= openDays.length
        ? beyond()
        : new Known<>(openDays[(int) index]);
  }

  @Override
  public boolean holiday(LocalDate date) {
    return hours.holidays().contains(date) && !hours.on(date).isEmpty();
  }

  private boolean outside(long instant) {
    return instant < first || instant > end;
  }

  private static Reckoning<Instant> known(long instant) {
    return new Known<>(Instant.ofEpochMilli(instant));
  }

  private <T> Reckoning<T> beyond() {
    return new Unknown<>(
        "Expected an instant from %s to %s, for which the calendar is known, but it lies outside"
            .formatted(hours.from(), hours.to()));
  }

  private LocalDate[] openDays(List<Window> windows) {
    TreeSet<LocalDate> days = new TreeSet<>();
    for (Window window : windows) {
      LocalDate last = date(window.to() - 1);
      for (LocalDate day = date(window.from()); !day.isAfter(last); day = day.plusDays(1)) {
        days.add(day);
      }
    }
    return days.toArray(LocalDate[]::new);
  }

  private LocalDate date(long instant) {
    return Instant.ofEpochMilli(instant).atZone(zone()).toLocalDate();
  }
}
