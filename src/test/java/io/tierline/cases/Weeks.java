package io.tierline.cases;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Finds a later time for a case that means the same to its agreement: whole weeks on, so that
 * weekdays and times of day stay; with the same holidays among its days; and with all its instants
 * moved by one span, so that a change of clocks lies between the same two of them or nowhere.
 *
 * @param zone the zone of the agreement's calendar
 * @param holidays dates on which it is closed, or open at other hours than usual
 * @param last the calendar's last day; null if it has no end
 */
record Weeks(ZoneId zone, Set<LocalDate> holidays, @Nullable LocalDate last) {

  private static final int MOST = 520;

  /** Those of the first of some calendars that is ever closed; plain weeks if none is. */
  static Weeks of(JsonNode calendars) {
    return calendars
        .valueStream()
        .filter(calendar -> calendar.path("hours").isObject())
        .findFirst()
        .map(Weeks::counted)
        .orElseGet(() -> new Weeks(ZoneId.of("UTC"), Set.of(), null));
  }

  private static Weeks counted(JsonNode calendar) {
    return new Weeks(
        ZoneId.of(calendar.path("zone").asString()),
        exceptions(calendar),
        calendar.has("to") ? LocalDate.parse(calendar.get("to").asString()) : null);
  }

  /** Dates that are not like others of their weekday; of a country's, all that are pinned. */
  private static Set<LocalDate> exceptions(JsonNode calendar) {
    JsonNode holidays = calendar.path("holidays");
    Set<LocalDate> dates =
        new HashSet<>(
            calendar.path("days").propertyNames().stream().map(LocalDate::parse).toList());
    calendar.path("closures").forEach(day -> dates.add(LocalDate.parse(day.asString())));
    if (holidays.isObject()) {
      dates.addAll(
          pinned(holidays.path("country").asString(), holidays.path("edition").asString()));
    } else {
      holidays.forEach(day -> dates.add(LocalDate.parse(day.asString())));
    }
    return dates;
  }

  private static List<LocalDate> pinned(String country, String edition) {
    Path list = Path.of("src/main/resources/holidays/%s-%s.txt".formatted(country, edition));
    try (Stream<String> lines = Files.lines(list)) {
      return lines
          .filter(line -> !line.startsWith("#"))
          .map(line -> LocalDate.parse(line.split(" ")[0]))
          .toList();
    } catch (IOException wrong) {
      throw new UncheckedIOException(wrong);
    }
  }

  /** The least such span that moves the first instant beyond {@code now}. */
  Duration shift(Collection<Instant> instants, Instant now) {
    ZonedDateTime first = Collections.min(instants).atZone(zone);
    LocalDate end = local(Collections.max(instants));
    long least = Math.max(0, ChronoUnit.WEEKS.between(first, now.atZone(zone)));
    for (long weeks = least; weeks < least + MOST; weeks++) {
      Duration shift = Duration.between(first, first.plusWeeks(weeks));
      boolean later = first.toInstant().plus(shift).isAfter(now);
      if (later && alike(instants, weeks, shift) && alike(first.toLocalDate(), end, weeks)) {
        return shift;
      }
    }
    throw new AssertionError(
        "Expected weeks after %s that are like those of the case, but there are none before %s"
            .formatted(now, last));
  }

  private boolean alike(Collection<Instant> instants, long weeks, Duration shift) {
    return instants.stream()
        .allMatch(at -> at.atZone(zone).plusWeeks(weeks).toInstant().equals(at.plus(shift)));
  }

  private boolean alike(LocalDate first, LocalDate end, long weeks) {
    return (last == null || !end.plusWeeks(weeks).isAfter(last))
        && first
            .datesUntil(end.plusDays(1))
            .allMatch(day -> holidays.contains(day) == holidays.contains(day.plusWeeks(weeks)));
  }

  private LocalDate local(Instant at) {
    return at.atZone(zone).toLocalDate();
  }
}
