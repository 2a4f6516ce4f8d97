package io.tierline.policy;

import io.tierline.policy.Explanation.Mark;
import io.tierline.policy.Explanation.Segment;
import io.tierline.policy.Explanation.Standstill;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/** What counted, what stood still and what was skipped, in words. */
record FigureWords(Phrases phrases, Explanation told, ZoneId zone) {

  /** A text of forty-eight weeks names its first segments, and sums up the others. */
  private static final int MOST_LINES = 6;

  void addTo(List<String> lines) {
    counted(lines);
    standstills(lines);
    closed(lines);
  }

  private void counted(List<String> lines) {
    int more = told.omitted() == null ? 0 : told.omitted().segments();
    int all = told.segments().size() + more;
    if (all == 0) {
      return;
    }
    add(lines, "counted", all);
    List<Segment> segments = told.segments();
    if (all <= MOST_LINES) {
      segments.forEach(one -> lines.add(segment(one)));
      return;
    }
    segments.subList(0, 2).forEach(one -> lines.add(segment(one)));
    Segment last = segments.getLast();
    String to = time(told.omitted() == null ? last.to() : told.omitted().to());
    String rest = phrases.duration(sum(segments.subList(2, segments.size())).plus(omitted()));
    add(lines, "segments.more", all - 2, time(segments.get(2).from()), to, rest);
  }

  private static Duration sum(List<Segment> segments) {
    return segments.stream()
        .map(segment -> Duration.parse(segment.time()))
        .reduce(Duration.ZERO, Duration::plus);
  }

  private String segment(Segment segment) {
    return phrases.say(
        "segment", time(segment.from()), time(segment.to()), duration(segment.time()));
  }

  private void standstills(List<String> lines) {
    List<Standstill> all = told.standstills();
    if (all.isEmpty()) {
      return;
    }
    String paused = told.clock().pausedFor();
    add(lines, "standstills", all.size(), duration(paused == null ? "PT0S" : paused));
    int shown = Math.min(all.size(), MOST_LINES);
    all.subList(0, shown).forEach(one -> lines.add(standstill(one)));
    if (shown < all.size()) {
      add(lines, "standstills.more", all.size() - shown);
    }
  }

  private String standstill(Standstill one) {
    String name =
        one.pause() == null ? phrases.say("interruption") : phrases.label("pauses", one.pause());
    String turn = phrases.actor(one.turn() == null ? "unsaid" : one.turn());
    String began = end(one.from(), one.beganBy());
    return one.to() == null || one.endedBy() == null
        ? phrases.say("standstill.open", name, turn, began, duration(one.time()))
        : phrases.say(
            "standstill", name, turn, began, duration(one.time()), end(one.to(), one.endedBy()));
  }

  private String end(Instant at, Mark mark) {
    return time(at) + " (" + phrases.mark(mark) + ")";
  }

  private void closed(List<String> lines) {
    if (told.closed().weekly() > 0) {
      add(lines, "closed.weekly", told.closed().weekly());
    }
    List<String> dates = told.closed().holidays().stream().map(phrases::date).toList();
    if (!dates.isEmpty()) {
      String listed = String.join(", ", dates.subList(0, Math.min(dates.size(), 2 * MOST_LINES)));
      String key = dates.size() > 2 * MOST_LINES ? "closed.more" : "closed.holidays";
      add(lines, key, listed, dates.size());
    }
  }

  private Duration omitted() {
    return told.omitted() == null ? Duration.ZERO : Duration.parse(told.omitted().time());
  }

  private String time(Instant instant) {
    return phrases.time(instant, zone);
  }

  private String duration(String text) {
    return phrases.duration(Duration.parse(text));
  }

  private void add(List<String> lines, String key, Object... arguments) {
    lines.add(phrases.say(key, arguments));
  }
}
