package io.tierline.time;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Works out when a calendar is open, as instants: open is every instant whose local time lies in a
 * shift, so that skipped and repeated hours of a change of offset count as often as they happen.
 */
record Windows(ZoneId zone, Map<DayOfWeek, List<Shift>> hours, Set<LocalDate> holidays) {

  /** A span of instants, in milliseconds since the epoch; the end is exclusive. */
  record Window(long from, long to) {}

  /** Open windows from the first to the last date, both included; touching ones are joined. */
  List<Window> between(LocalDate first, LocalDate last) {
    List<Window> windows = new ArrayList<>();
    for (LocalDate date = first; !date.isAfter(last); date = date.plusDays(1)) {
      if (!holidays.contains(date)) {
        of(date).forEach(window -> join(windows, window));
      }
    }
    return windows;
  }

  private static void join(List<Window> windows, Window next) {
    if (!windows.isEmpty() && windows.getLast().to() >= next.from()) {
      Window last = windows.removeLast();
      windows.add(new Window(last.from(), Math.max(last.to(), next.to())));
    } else {
      windows.add(next);
    }
  }

  private List<Window> of(LocalDate date) {
    List<Window> windows = new ArrayList<>();
    hours.getOrDefault(date.getDayOfWeek().minus(1), List.of()).stream()
        .filter(Shift::overnight)
        .forEach(shift -> add(windows, date, Duration.ZERO, shift.close()));
    hours
        .getOrDefault(date.getDayOfWeek(), List.of())
        .forEach(shift -> add(windows, date, shift.opening(), shift.closing()));
    windows.sort(java.util.Comparator.comparingLong(Window::from));
    return windows;
  }

  private void add(List<Window> windows, LocalDate date, Duration open, Duration close) {
    Instant midnight = date.atStartOfDay(zone).toInstant();
    Instant end = date.plusDays(1).atStartOfDay(zone).toInstant();
    Instant from = midnight;
    while (from.isBefore(end)) {
      ZoneOffsetTransition change = zone.getRules().nextTransition(from);
      Instant to = change == null || change.getInstant().isAfter(end) ? end : change.getInstant();
      clip(windows, date, open, close, from, to);
      from = to;
    }
  }

  /** Between two changes of offset, local times and instants go hand in hand. */
  private void clip(
      List<Window> windows,
      LocalDate date,
      Duration open,
      Duration close,
      Instant from,
      Instant to) {
    ZoneOffset offset = zone.getRules().getOffset(from);
    Instant midnight = date.atStartOfDay().toInstant(offset);
    long start = Math.max(midnight.plus(open).toEpochMilli(), from.toEpochMilli());
    long stop = Math.min(midnight.plus(close).toEpochMilli(), to.toEpochMilli());
    if (start < stop) {
      windows.add(new Window(start, stop));
    }
  }
}
