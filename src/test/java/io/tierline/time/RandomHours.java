package io.tierline.time;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;

/** Hours of all sorts: offices, nights, lunch breaks, one minute a week, round the clock. */
record RandomHours(RandomGenerator random) {

  static final LocalDate FROM = LocalDate.of(2023, 1, 1);
  static final LocalDate TO = LocalDate.of(2031, 12, 31);

  /**
   * Cairo, Havana and Santiago change at midnight, Chatham is a quarter off, Troll by two hours.
   */
  private static final List<String> ZONES =
      List.of(
          "Europe/Warsaw",
          "Europe/Stockholm",
          "America/Los_Angeles",
          "Australia/Lord_Howe",
          "Asia/Tokyo",
          "UTC",
          "+01:00",
          "-03:30",
          "Africa/Cairo",
          "America/Havana",
          "America/Santiago",
          "Pacific/Chatham",
          "Antarctica/Troll",
          "Africa/Casablanca");

  private static final List<Integer> GRAINS = List.of(1, 5, 15, 30, 60);

  WeeklyHours next() {
    ZoneId zone = ZoneId.of(ZONES.get(random.nextInt(ZONES.size())));
    Set<LocalDate> holidays = new HashSet<>();
    Map<LocalDate, List<Shift>> days = new HashMap<>();
    for (int i = random.nextInt(150); i > 0; i--) {
      holidays.add(date());
    }
    for (int i = random.nextInt(100); i > 0; i--) {
      days.put(date(), List.of(within()));
    }
    days.keySet().removeAll(holidays);
    return new WeeklyHours(zone, week(), holidays, days, FROM, TO);
  }

  private Map<DayOfWeek, List<Shift>> week() {
    Map<DayOfWeek, List<Shift>> week = new EnumMap<>(DayOfWeek.class);
    if (random.nextInt(8) == 0) {
      for (DayOfWeek day : DayOfWeek.values()) {
        week.put(day, List.of(Shift.of("00:00-24:00")));
      }
      return week;
    }
    while (week.isEmpty()) {
      for (DayOfWeek day : DayOfWeek.values()) {
        if (random.nextInt(10) < (day.compareTo(DayOfWeek.FRIDAY) > 0 ? 3 : 8)) {
          week.put(day, shifts());
        }
      }
    }
    return week;
  }

  /** They may overlap and touch. */
  private List<Shift> shifts() {
    List<Shift> shifts = new ArrayList<>();
    for (int i = 1 + random.nextInt(3); i > 0; i--) {
      shifts.add(random.nextInt(4) == 0 ? Shift.of(time(), time()) : within());
    }
    return shifts;
  }

  private Shift within() {
    String one = time();
    String other = time();
    int order = one.compareTo(other);
    return order == 0
        ? Shift.of(one, "24:00")
        : Shift.of(order < 0 ? one : other, order < 0 ? other : one);
  }

  private String time() {
    int grain = GRAINS.get(random.nextInt(GRAINS.size()));
    int minute = random.nextInt(24 * 60 / grain) * grain;
    return "%02d:%02d".formatted(minute / 60, minute % 60);
  }

  private LocalDate date() {
    return FROM.plusDays(random.nextInt((int) (TO.toEpochDay() - FROM.toEpochDay())));
  }
}
