package io.tierline.policy;

import io.tierline.policy.Declaration.CalendarRule;
import io.tierline.time.BusinessCalendar;
import io.tierline.time.Reckoning;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The calendars that budgets name: the pack's own, and those that an agreement brings. */
final class Calendars {

  /** Agreements are few; should somebody make up terms without end, the cache starts over. */
  private static final int MOST = 1_000;

  private final Map<String, CalendarRule> rules;
  private final Map<Object, Reckoning<BusinessCalendar>> known = new ConcurrentHashMap<>();

  Calendars(Map<String, CalendarRule> rules) {
    this.rules = rules;
  }

  Reckoning<BusinessCalendar> find(String name, Map<String, Object> terms) {
    CalendarRule rule = rules.get(name);
    if (rule == null) {
      return new Reckoning.Unknown<>(
          "Expected a calendar of %s, but the table names '%s'".formatted(rules.keySet(), name));
    }
    if (rule.calendar() != null) {
      return new Reckoning.Known<>(rule.calendar());
    }
    Object given = given(name, terms);
    if (given == null) {
      return new Reckoning.Unknown<>(
          "Expected the agreement's terms to bring the calendar '%s', but they don't"
              .formatted(name));
    }
    Reckoning<BusinessCalendar> found = known.get(given);
    return found != null ? found : read(given);
  }

  private Reckoning<BusinessCalendar> read(Object given) {
    List<Fault> faults = new ArrayList<>();
    BusinessCalendar calendar =
        Section.read(Section.root("terms", given, faults), CalendarReader::read);
    Reckoning<BusinessCalendar> read =
        calendar == null || !faults.isEmpty()
            ? new Reckoning.Unknown<>(faults.getFirst().reason())
            : new Reckoning.Known<>(calendar);
    if (known.size() >= MOST) {
      known.clear();
    }
    known.put(given, read);
    return read;
  }

  /** The version of the calendar data: the terms' own word for it. */
  String version(Map<String, Object> terms) {
    List<String> versions =
        rules.keySet().stream()
            .map(name -> given(name, terms))
            .filter(Map.class::isInstance)
            .map(calendar -> ((Map<?, ?>) calendar).get("version"))
            .filter(java.util.Objects::nonNull)
            .map(Object::toString)
            .distinct()
            .toList();
    return versions.isEmpty() ? "pack" : String.join(",", versions);
  }

  private static @Nullable Object given(String name, Map<String, Object> terms) {
    return terms.get("calendars") instanceof Map<?, ?> calendars ? calendars.get(name) : null;
  }
}
