package io.tierline.time;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;

/** Business time day by day: whole local days are counted as such, and the last one by minutes. */
final class DaySteps {

  private final ZoneId zone;
  private final MinuteSteps steps;

  DaySteps(WeeklyHours hours) {
    zone = hours.zone();
    steps = new MinuteSteps(hours);
  }

  long plus(long start, long time) {
    LocalDate date = Instant.ofEpochMilli(start).atZone(zone).toLocalDate();
    long at = start;
    long left = time;
    long open = steps.between(at, end(date));
    while (open < left) {
      left -= open;
      at = end(date);
      date = date.plusDays(1);
      open = open(date);
    }
    return steps.plus(at, left);
  }

  private long open(LocalDate date) {
    Instant midnight = date.atStartOfDay(zone).toInstant();
    ZoneOffsetTransition change = zone.getRules().nextTransition(midnight.minusMillis(1));
    if (change != null && change.getInstant().toEpochMilli() < end(date)) {
      return steps.between(midnight.toEpochMilli(), end(date));
    }
    long minutes = 0;
    for (boolean open : steps.minutes(date.toEpochDay())) {
      minutes += open ? 1 : 0;
    }
    return minutes * MinuteSteps.MINUTE;
  }

  private long end(LocalDate date) {
    return date.plusDays(1).atStartOfDay(zone).toInstant().toEpochMilli();
  }
}
