package io.tierline.policy;

import io.tierline.policy.Declaration.CalendarRule;
import io.tierline.time.BusinessCalendar;
import io.tierline.time.Drafted;
import io.tierline.time.Reckoning;
import io.tierline.time.WeeklyHours;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Holds a supplement against the calendar that it goes on. */
record Fit(Declaration declaration, Calendars calendars, Supplement supplement) {

  Fitting with(Map<String, Object> terms) {
    String name = supplement.calendar();
    CalendarRule rule = declaration.calendars().get(name);
    if (rule == null) {
      return unfit(
          "calendar",
          "Expected a calendar of %s, but found %s"
              .formatted(declaration.calendars().keySet(), Echo.of(name)));
    }
    boolean brought = rule.calendar() == null;
    if (brought != (supplement.agreement() != null)) {
      return unfit(
          "agreement",
          brought
              ? "Expected the agreement that brings the calendar '%s', but there is none"
                  .formatted(name)
              : "Expected none, for the calendar '%s' is the pack's own, but found %s"
                  .formatted(name, Echo.of(supplement.agreement())));
    }
    Observed observed = new Observed(Map.of(), terms, "", supplement.agreement());
    return switch (calendars.find(name, observed, List.of())) {
      case Reckoning.Unknown<BusinessCalendar> unknown -> unfit("calendar", unknown.reason());
      case Reckoning.Known<BusinessCalendar> known -> with(known.value());
    };
  }

  private Fitting with(BusinessCalendar calendar) {
    WeeklyHours hours = calendar.hours().orElse(null);
    if (hours == null) {
      return unfit("calendar", "Expected a calendar with dates, but it is open around the clock");
    }
    LocalDate next = hours.to().plusDays(1);
    if (supplement.from().isAfter(next)) {
      return unfit("from", expected(next) + ", which would leave a gap");
    }
    if (!supplement.from().isAfter(hours.from())) {
      return unfit("from", expected(next));
    }
    return BusinessCalendar.of(supplement.after(until(hours, supplement.from().minusDays(1))))
            instanceof Drafted.Unusable unusable
        ? unfit(null, unusable.reason())
        : supplement.from().isBefore(next)
            ? new Fitting.Overlaps(hours.to(), fault("from", expected(next)))
            : new Fitting.Fits();
  }

  private String expected(LocalDate next) {
    return "Expected %s, the day after the last one for which '%s' is known in %s, but found %s"
        .formatted(next, supplement.calendar(), declaration.version(), supplement.from());
  }

  /** The calendar as one that knows less. */
  private static WeeklyHours until(WeeklyHours hours, LocalDate last) {
    return new WeeklyHours(
        hours.zone(),
        hours.hours(),
        hours.holidays(),
        hours.days(),
        hours.from(),
        last,
        new TreeMap<>(hours.later().headMap(last, true)));
  }

  private static Fitting unfit(@org.jspecify.annotations.Nullable String where, String reason) {
    return new Fitting.Unfit(List.of(fault(where, reason)));
  }

  private static Fault fault(@org.jspecify.annotations.Nullable String where, String reason) {
    return new Fault("supplement", where, reason);
  }
}
