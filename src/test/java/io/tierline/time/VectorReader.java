package io.tierline.time;

import io.tierline.time.Pauses.Pause;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads vectors; keys that it doesn't know are left alone. */
final class VectorReader {

  /** Business time that somebody else worked out; expected is "null" where it never elapses. */
  record Vector(String name, Countdown countdown, String expected) {}

  /** Why a line is no vector: "Expected ..., but found ...". */
  static final class Malformed extends RuntimeException {
    Malformed(String expected, Object found) {
      super("Expected %s, but found %s".formatted(expected, found));
    }
  }

  private final Map<List<Object>, BusinessCalendar> calendars = new HashMap<>();

  Vector read(String line) {
    JsonNode json = json(line);
    Instant start = value(json, "start", Instant::parse, "an instant such as 2026-03-02T18:00:00Z");
    Duration time = value(json, "duration", Duration::parse, "a duration such as PT8H");
    if (time.isNegative()) {
      throw new Malformed("'duration' to be zero or more", time);
    }
    Budget budget = new Budget(calendar(json, start), time);
    return new Vector(
        "%s (%s)".formatted(json.path("id"), json.path("calendar")),
        new Countdown(start, budget, pauses(json)),
        json.has("expected") && json.get("expected").isNull()
            ? "null"
            : value(json, "expected", Instant::parse, "null or an instant").toString());
  }

  private static JsonNode json(String line) {
    try {
      JsonNode json = JsonMapper.shared().readTree(line);
      if (json.isObject()) {
        return json;
      }
      throw new Malformed("a JSON object", json);
    } catch (JacksonException wrong) {
      throw new Malformed("a JSON object", wrong.getOriginalMessage());
    }
  }

  private BusinessCalendar calendar(JsonNode json, Instant start) {
    ZoneId zone = value(json, "zone", ZoneId::of, "a time zone such as Europe/Warsaw");
    LocalDate from = start.atZone(zone).toLocalDate().minusYears(1).withDayOfYear(1);
    return calendars.computeIfAbsent(
        List.of(zone, json.path("hours"), json.path("holidays"), from),
        key ->
            calendar(new WeeklyHours(zone, week(json), holidays(json), from, from.plusYears(32))));
  }

  private static BusinessCalendar calendar(WeeklyHours hours) {
    return switch (BusinessCalendar.of(hours)) {
      case Drafted.Usable usable -> usable.calendar();
      case Drafted.Unusable unusable -> throw new Malformed("a calendar", unusable.reason());
    };
  }

  private static Map<DayOfWeek, List<Shift>> week(JsonNode json) {
    JsonNode hours = json.path("hours");
    if (!hours.isObject()) {
      throw new Malformed("'hours' to be a mapping from MON, TUE, ... to spans", said(hours));
    }
    Map<DayOfWeek, List<Shift>> week = new EnumMap<>(DayOfWeek.class);
    for (Map.Entry<String, JsonNode> day : hours.properties()) {
      List<Shift> shifts = new ArrayList<>();
      list(day.getValue(), "hours." + day.getKey()).forEach(span -> shifts.add(shift(span)));
      week.put(weekday(day.getKey()), shifts);
    }
    return week;
  }

  private static DayOfWeek weekday(String name) {
    for (DayOfWeek day : DayOfWeek.values()) {
      if (day.name().substring(0, 3).equals(name)) {
        return day;
      }
    }
    throw new Malformed("a weekday of MON, TUE, WED, THU, FRI, SAT, SUN", "'" + name + "'");
  }

  private static Shift shift(JsonNode span) {
    try {
      if (span.size() == 2 && span.get(0).isString() && span.get(1).isString()) {
        return Shift.of(span.get(0).asString(), span.get(1).asString());
      }
    } catch (DateTimeException wrong) {
      // said below
    }
    throw new Malformed("open hours such as [\"09:00\", \"17:00\"]", said(span));
  }

  private static Set<LocalDate> holidays(JsonNode json) {
    Set<LocalDate> holidays = new HashSet<>();
    list(json.path("holidays"), "holidays")
        .forEach(date -> holidays.add(value(date, LocalDate::parse, "a date such as 2026-12-24")));
    return holidays;
  }

  private static Pauses pauses(JsonNode json) {
    List<Pause> pauses = new ArrayList<>();
    for (JsonNode span : list(json.path("pauses"), "pauses")) {
      if (!span.isArray() || span.size() != 2) {
        throw new Malformed("a pause of two instants", said(span));
      }
      Instant from = value(span.get(0), Instant::parse, "a pause that begins with an instant");
      Instant to =
          span.get(1).isNull()
              ? Instant.MAX
              : value(span.get(1), Instant::parse, "a pause that ends with an instant or null");
      if (to.isBefore(from)) {
        throw new Malformed("a pause that doesn't end before it begins", said(span));
      }
      pauses.add(new Pause(from, to));
    }
    return new Pauses(pauses);
  }

  private static JsonNode list(JsonNode value, String key) {
    if (!value.isArray()) {
      throw new Malformed("'%s' to be a list".formatted(key), said(value));
    }
    return value;
  }

  private static <T> T value(JsonNode json, String key, Function<String, T> read, String what) {
    return value(json.path(key), read, "'%s' to be %s".formatted(key, what));
  }

  private static <T> T value(JsonNode value, Function<String, T> read, String what) {
    try {
      if (value.isString()) {
        return read.apply(value.asString());
      }
    } catch (DateTimeException wrong) {
      // said below
    }
    throw new Malformed(what, said(value));
  }

  private static String said(JsonNode value) {
    return value.isMissingNode() ? "nothing" : value.toString();
  }
}
