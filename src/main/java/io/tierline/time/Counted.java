package io.tierline.time;

import io.tierline.time.Pauses.Pause;
import io.tierline.time.Reckoning.Known;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What a countdown counted, segment by segment: each open hour between its start and an instant in
 * which no pause ran.
 *
 * @param segments in order, without gaps inside
 * @param time their sum, in open time
 */
public record Counted(List<Segment> segments, Duration time) {

  /**
   * A span that counted from end to end.
   *
   * @param from included, UTC
   * @param to excluded, UTC
   */
  public record Segment(Instant from, Instant to) {

    /** How long it is. */
    public Duration time() {
      return Duration.between(from, to);
    }
  }

  /**
   * The segments of a countdown before an instant; unknown where its calendar doesn't reach so far.
   */
  public static Reckoning<Counted> of(Countdown countdown, Instant until) {
    BusinessCalendar calendar = countdown.budget().calendar();
    return calendar
        .between(countdown.start(), until)
        .then(open -> new Known<>(of(calendar, countdown, until)));
  }

  private static Counted of(BusinessCalendar calendar, Countdown countdown, Instant until) {
    List<Segment> segments = new ArrayList<>();
    Instant cursor = countdown.start();
    for (Pause pause : countdown.pauses().within(cursor, until).spans()) {
      add(calendar, cursor, pause.from(), segments);
      cursor = pause.to();
    }
    add(calendar, cursor, until, segments);
    Duration time = segments.stream().map(Segment::time).reduce(Duration.ZERO, Duration::plus);
    return new Counted(List.copyOf(segments), time);
  }

  private static void add(
      BusinessCalendar calendar, Instant from, Instant to, List<Segment> segments) {
    Instant cursor = from;
    while (cursor.isBefore(to)
        && calendar.nextOpen(cursor) instanceof Known<Instant> opening
        && opening.value().isBefore(to)) {
      Instant open = opening.value();
      boolean closes =
          calendar.nextClose(open) instanceof Known<Instant> close && close.value().isBefore(to);
      cursor = closes ? ((Known<Instant>) calendar.nextClose(open)).value() : to;
      segments.add(new Segment(open, cursor));
    }
  }
}
