package io.tierline.time;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalTime;

/**
 * Open hours of a weekday, in local wall-clock time. A close at or before the opening runs past
 * midnight into the next calendar day.
 *
 * @param open minutes may be anything; seconds too
 * @param close exclusive; the end of the day is {@code 24:00}, kept here as a duration of a day
 */
public record Shift(LocalTime open, Duration close) {

  private static final Duration DAY = Duration.ofDays(1);

  /**
   * The shift of a text such as {@code 09:00-17:00}, {@code 00:00-24:00} or {@code 22:00-06:00}.
   *
   * @throws DateTimeException if it is none; the message says what was expected
   */
  public static Shift of(String text) {
    String[] ends = text.split("-", -1);
    if (ends.length != 2) {
      throw new DateTimeException(
          "Expected open hours such as 09:00-17:00, but found '%s'".formatted(text));
    }
    return of(ends[0], ends[1]);
  }

  /** The shift between two local times, the second of which may be {@code 24:00}. */
  public static Shift of(String open, String close) {
    LocalTime from = LocalTime.parse(open.strip());
    Duration to =
        close.strip().equals("24:00")
            ? DAY
            : Duration.ofNanos(LocalTime.parse(close.strip()).toNanoOfDay());
    return new Shift(from, to);
  }

  /** As it is written, such as {@code 09:00-17:00}. */
  @Override
  public String toString() {
    return open + "-" + (close.equals(DAY) ? "24:00" : LocalTime.MIN.plus(close));
  }

  /** Whether it runs past midnight. */
  boolean overnight() {
    return close.compareTo(opening()) <= 0;
  }

  /** Local time of opening, from midnight. */
  Duration opening() {
    return Duration.ofNanos(open.toNanoOfDay());
  }

  /** Local time of closing on the day it opens, from midnight: midnight for an overnight shift. */
  Duration closing() {
    return overnight() ? DAY : close;
  }
}
