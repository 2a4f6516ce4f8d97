package io.tierline.time;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.zone.ZoneRules;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Business time as slowly and as plainly as can be: looks at the wall clock of every single minute,
 * and splits the last one. Takes hours and offsets of whole minutes. In milliseconds.
 */
public final class MinuteSteps {

  static final long MINUTE = 60_000;
  private static final int DAY = 24 * 60;

  private final WeeklyHours hours;
  private final ZoneRules rules;
  private final Map<Long, boolean[]> days = new HashMap<>();
  private long lastDay = Long.MIN_VALUE;
  private boolean[] lastMinutes = new boolean[DAY];

  /** Steps through such hours. */
  public MinuteSteps(WeeklyHours hours) {
    this.hours = hours;
    rules = hours.zone().getRules();
  }

  /** The earliest instant at which the time has elapsed. */
  public long plus(long start, long time) {
    long left = time;
    long at = start;
    while (left > 0) {
      long next = (Math.floorDiv(at, MINUTE) + 1) * MINUTE;
      if (open(at)) {
        if (next - at >= left) {
          return at + left;
        }
        left -= next - at;
      }
      at = next;
    }
    return at;
  }

  /** The latest instant from which so much time remains. */
  long minus(long end, long time) {
    long left = time;
    long at = end;
    while (left > 0) {
      long last = (Math.floorDiv(at - 1, MINUTE)) * MINUTE;
      if (open(last)) {
        if (at - last >= left) {
          return at - left;
        }
        left -= at - last;
      }
      at = last;
    }
    return at;
  }

  long between(long from, long to) {
    long time = 0;
    for (long at = from; at < to; ) {
      long next = Math.min(to, (Math.floorDiv(at, MINUTE) + 1) * MINUTE);
      time += open(at) ? next - at : 0;
      at = next;
    }
    return time;
  }

  /** The first instant that is open, or not, from the given one on. */
  long first(boolean open, long instant) {
    long at = instant;
    while (open(at) != open) {
      at = (Math.floorDiv(at, MINUTE) + 1) * MINUTE;
    }
    return at;
  }

  /** Whether a minute is open. */
  public boolean open(long instant) {
    int offset = rules.getOffset(Instant.ofEpochMilli(instant)).getTotalSeconds();
    long minute = Math.floorDiv(instant + offset * 1000L, MINUTE);
    long epochDay = Math.floorDiv(minute, DAY);
    if (epochDay != lastDay) {
      lastMinutes = minutes(epochDay);
      lastDay = epochDay;
    }
    return lastMinutes[(int) (minute - epochDay * DAY)];
  }

  /** Which minutes of a local date, from its midnight, are open. */
  boolean[] minutes(long epochDay) {
    return days.computeIfAbsent(epochDay, day -> minutes(LocalDate.ofEpochDay(day)));
  }

  private boolean[] minutes(LocalDate date) {
    boolean[] minutes = new boolean[DAY];
    if (hours.holidays().contains(date)) {
      return minutes;
    }
    if (hours.days().containsKey(date)) {
      hours.days().get(date).forEach(shift -> mark(minutes, begin(shift), end(shift)));
      return minutes;
    }
    for (Shift shift : shifts(date.getDayOfWeek())) {
      mark(minutes, begin(shift), night(shift) ? DAY : end(shift));
    }
    for (Shift shift : shifts(date.getDayOfWeek().minus(1))) {
      mark(minutes, 0, night(shift) ? end(shift) : 0);
    }
    return minutes;
  }

  private static void mark(boolean[] minutes, int begin, int end) {
    for (int minute = begin; minute < end; minute++) {
      minutes[minute] = true;
    }
  }

  private List<Shift> shifts(DayOfWeek weekday) {
    return hours.hours().getOrDefault(weekday, List.of());
  }

  private static boolean night(Shift shift) {
    return end(shift) <= begin(shift);
  }

  private static int begin(Shift shift) {
    LocalTime open = shift.open();
    return open.getHour() * 60 + open.getMinute();
  }

  private static int end(Shift shift) {
    return (int) shift.close().toMinutes();
  }
}
