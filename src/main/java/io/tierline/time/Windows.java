package io.tierline.time;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Works out when a calendar is open, as instants: open is every instant whose local time lies in a
 * shift, so that skipped and repeated hours of a change of offset count as often as they happen.
 */
record Windows(WeeklyHours hours) {

  /** A span of instants, in milliseconds since the epoch; the end is exclusive. */
  record Window(long from, long to) {}

  /** A span of a local date, from its midnight. */
  private record Span(Duration open, Duration close) {}

  /** Open windows of all dates for which the calendar is known; touching ones are joined. */
  List<Window> all() {
    List<Window> windows = new ArrayList<>();
    ZoneRules rules = hours.zone().getRules();
    Instant from = hours.start();
    while (from.isBefore(hours.end())) {
      ZoneOffsetTransition change = rules.nextTransition(from);
      boolean last = change == null || change.getInstant().isAfter(hours.end());
      Instant to = last ? hours.end() : change.getInstant();
      steady(windows, rules.getOffset(from), from, to);
      from = to;
    }
    return windows;
  }

  /** Between two changes of offset, local times and instants go hand in hand. */
  private void steady(List<Window> windows, ZoneOffset offset, Instant from, Instant to) {
    LocalDate last = to.minusMillis(1).atOffset(offset).toLocalDate();
    LocalDate date = from.atOffset(offset).toLocalDate();
    for (; !date.isAfter(last); date = date.plusDays(1)) {
      Instant midnight = date.atStartOfDay().toInstant(offset);
      for (Span span : open(date)) {
        long open = Math.max(midnight.plus(span.open()).toEpochMilli(), from.toEpochMilli());
        long close = Math.min(midnight.plus(span.close()).toEpochMilli(), to.toEpochMilli());
        if (open < close) {
          join(windows, new Window(open, close));
        }
      }
    }
  }

  private List<Span> open(LocalDate date) {
    List<Span> spans = new ArrayList<>();
    List<Shift> own = hours.days().get(date);
    if (own != null) {
      own.forEach(shift -> spans.add(upToMidnight(shift)));
    } else if (!hours.holidays().contains(date)) {
      hours.on(date.minusDays(1)).stream()
          .filter(Shift::overnight)
          .forEach(shift -> spans.add(new Span(Duration.ZERO, shift.close())));
      hours.on(date).forEach(shift -> spans.add(upToMidnight(shift)));
    }
    spans.sort(Comparator.comparing(Span::open));
    return spans;
  }

  private static Span upToMidnight(Shift shift) {
    return new Span(shift.opening(), shift.closing());
  }

  private static void join(List<Window> windows, Window next) {
    if (!windows.isEmpty() && windows.getLast().to() >= next.from()) {
      Window last = windows.removeLast();
      windows.add(new Window(last.from(), Math.max(last.to(), next.to())));
    } else {
      windows.add(next);
    }
  }
}
