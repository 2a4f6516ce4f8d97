package io.tierline.time;

import io.tierline.time.Windows.Window;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Makes a calendar of its description, or says why it makes none. */
final class Draft {

  private final WeeklyHours hours;

  private Draft(WeeklyHours hours) {
    this.hours = hours;
  }

  static Drafted of(WeeklyHours hours) {
    Draft draft = new Draft(hours);
    String wrong = draft.dates();
    if (wrong == null) {
      wrong = draft.ownHours();
    }
    if (wrong != null) {
      return new Drafted.Unusable(wrong);
    }
    List<Window> windows = new Windows(hours).all();
    wrong = draft.idle(windows);
    return wrong == null
        ? new Drafted.Usable(new WeeklyCalendar(hours, windows))
        : new Drafted.Unusable(wrong);
  }

  private @Nullable String dates() {
    return hours.to().isBefore(hours.from())
        ? "Expected a calendar to be known to a date not before %s, but found %s"
            .formatted(hours.from(), hours.to())
        : null;
  }

  private @Nullable String ownHours() {
    for (Map.Entry<LocalDate, List<Shift>> day : new TreeMap<>(hours.days()).entrySet()) {
      LocalDate date = day.getKey();
      if (hours.holidays().contains(date)) {
        return "Expected %s to be closed, for it is given as a holiday or closure, but found it open %s"
            .formatted(date, day.getValue());
      }
      if (day.getValue().stream().anyMatch(Shift::overnight)) {
        return "Expected hours of %s that end by 24:00, but found %s"
            .formatted(date, day.getValue());
      }
    }
    return null;
  }

  /** A clock that could stand still for a year is a mistake in the calendar, not a promise. */
  private @Nullable String idle(List<Window> windows) {
    if (windows.isEmpty()) {
      return "Expected a calendar with open hours, but it is always closed";
    }
    Instant close = hours.start();
    for (Window window : windows) {
      Instant open = Instant.ofEpochMilli(window.from());
      if (aYear(close, open)) {
        return idle(close, open);
      }
      close = Instant.ofEpochMilli(window.to());
    }
    return aYear(close, hours.end()) ? idle(close, hours.end()) : null;
  }

  private boolean aYear(Instant from, Instant to) {
    return !local(from).plusYears(1).isAfter(local(to));
  }

  private String idle(Instant from, Instant to) {
    return "Expected open hours in every twelve months, but there are none from %s to %s"
        .formatted(local(from).toLocalDateTime(), local(to).toLocalDateTime());
  }

  private ZonedDateTime local(Instant instant) {
    return instant.atZone(hours.zone());
  }
}
