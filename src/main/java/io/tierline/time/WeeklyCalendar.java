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
import java.util.TreeSet;

/**
 * Weekly hours and holidays, laid out once as open windows over all dates for which they are known,
 * so that every question is a binary search.
 */
final class WeeklyCalendar implements BusinessCalendar {

  private final WeeklyHours hours;
  private final long[] opens;
  private final long[] closes;

  /** Open milliseconds before each window. */
  private final long[] before;

  private final LocalDate[] openDays;
  private final long first;
  private final long end;

  private WeeklyCalendar(WeeklyHours hours, List<Window> windows) {
    this.hours = hours;
    opens = windows.stream().mapToLong(Window::from).toArray();
    closes = windows.stream().mapToLong(Window::to).toArray();
    before = new long[opens.length];
    for (int i = 1; i < opens.length; i++) {
      before[i] = before[i - 1] + closes[i - 1] - opens[i - 1];
    }
    openDays = openDays(windows);
    first = hours.from().atStartOfDay(zone()).toInstant().toEpochMilli();
    end = hours.to().plusDays(1).atStartOfDay(zone()).toInstant().toEpochMilli();
  }

  static Drafted draft(WeeklyHours hours) {
    if (hours.to().isBefore(hours.from())) {
      return new Drafted.Unusable(
          "Expected a calendar to be known to a date not before %s, but found %s"
              .formatted(hours.from(), hours.to()));
    }
    List<Window> windows =
        new Windows(hours.zone(), hours.hours(), hours.holidays())
            .between(hours.from(), hours.to());
    return windows.isEmpty()
        ? new Drafted.Unusable("Expected a calendar with open hours, but it is always closed")
        : new Drafted.Usable(new WeeklyCalendar(hours, windows));
  }

  @Override
  public ZoneId zone() {
    return hours.zone();
  }

  @Override
  public Reckoning<Instant> plus(Instant start, Duration duration) {
    long from = start.toEpochMilli();
    if (outside(from)) {
      return beyond();
    }
    if (duration.isZero()) {
      return new Known<>(start);
    }
    long target = elapsed(from) + duration.toMillis();
    int found = Arrays.binarySearch(before, target);
    int window = (found >= 0 ? found : -found - 1) - 1;
    long due = opens[window] + target - before[window];
    return due > closes[window] ? beyond() : new Known<>(Instant.ofEpochMilli(due));
  }

  @Override
  public Reckoning<Duration> between(Instant from, Instant to) {
    if (outside(from.toEpochMilli()) || outside(to.toEpochMilli())) {
      return beyond();
    }
    long open = elapsed(to.toEpochMilli()) - elapsed(from.toEpochMilli());
    return new Known<>(Duration.ofMillis(Math.max(0, open)));
  }

  @Override
  public Reckoning<Instant> nextOpen(Instant instant) {
    int window = windowAfter(instant.toEpochMilli());
    return outside(instant.toEpochMilli()) || window == opens.length
        ? beyond()
        : new Known<>(Instant.ofEpochMilli(Math.max(instant.toEpochMilli(), opens[window])));
  }

  @Override
  public Reckoning<Instant> nextClose(Instant instant) {
    int window = windowAfter(instant.toEpochMilli());
    return outside(instant.toEpochMilli()) || window == opens.length || closes[window] == end
        ? beyond()
        : new Known<>(Instant.ofEpochMilli(closes[window]));
  }

  @Override
  public Reckoning<LocalDate> openDayAfter(LocalDate date, long n) {
    int found = Arrays.binarySearch(openDays, date);
    long index = (found >= 0 ? found : -found - 2) + n;
    return date.isBefore(hours.from()) || index < 0 || index >= openDays.length
        ? beyond()
        : new Known<>(openDays[(int) index]);
  }

  /** The first window that closes after the instant. */
  private int windowAfter(long instant) {
    int found = Arrays.binarySearch(closes, instant);
    return found >= 0 ? found + 1 : -found - 1;
  }

  private long elapsed(long instant) {
    int window = windowAfter(instant);
    if (window == opens.length) {
      return before[window - 1] + closes[window - 1] - opens[window - 1];
    }
    return before[window] + Math.max(0, instant - opens[window]);
  }

  private boolean outside(long instant) {
    return instant < first || instant > end;
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
