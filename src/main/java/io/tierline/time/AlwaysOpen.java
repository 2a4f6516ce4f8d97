package io.tierline.time;

import io.tierline.time.Reckoning.Known;
import io.tierline.time.Reckoning.Unknown;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/** Around the clock, every day: business time is elapsed time. */
record AlwaysOpen(ZoneId zone) implements BusinessCalendar {

  @Override
  public Instant knownFrom() {
    return Instant.MIN;
  }

  @Override
  public Instant knownTo() {
    return Instant.MAX;
  }

  @Override
  public Optional<WeeklyHours> hours() {
    return Optional.empty();
  }

  @Override
  public Reckoning<Instant> plus(Instant start, Duration duration) {
    return new Known<>(start.plusMillis(Millis.of(duration)));
  }

  @Override
  public Reckoning<Instant> minus(Instant end, Duration duration) {
    return new Known<>(end.minusMillis(Millis.of(duration)));
  }

  @Override
  public Reckoning<Duration> between(Instant from, Instant to) {
    return new Known<>(to.isAfter(from) ? Duration.between(from, to) : Duration.ZERO);
  }

  @Override
  public Reckoning<Instant> nextOpen(Instant instant) {
    return new Known<>(instant);
  }

  @Override
  public Reckoning<Instant> nextClose(Instant instant) {
    return new Unknown<>("Expected a close, but the calendar is open around the clock");
  }

  @Override
  public Reckoning<LocalDate> openDayAfter(LocalDate date, long n) {
    return new Known<>(date.plusDays(n));
  }

  @Override
  public boolean holiday(LocalDate date) {
    return false;
  }
}
