package io.tierline.policy;

import io.tierline.policy.Declaration.CalendarRule;
import io.tierline.time.BusinessCalendar;
import io.tierline.time.Drafted;
import io.tierline.time.Reckoning;
import io.tierline.time.Reckoning.Known;
import io.tierline.time.Reckoning.Unknown;
import io.tierline.time.WeeklyHours;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The calendars that budgets name: the pack's own, and those that an agreement brings, each with
 * what was added to it since.
 */
final class Calendars {

  /** Agreements are few; should somebody make up terms without end, the cache starts over. */
  private static final int MOST = 1_000;

  private final Map<String, CalendarRule> rules;
  private final CalendarData data;
  private final Map<Asked, Reckoning<BusinessCalendar>> known = new ConcurrentHashMap<>();

  /**
   * What a calendar is made of.
   *
   * @param agreement that brings it; null for one of the pack's own
   * @param base the pack's, or what the terms say of it
   */
  private record Asked(
      String name, @Nullable String agreement, Object base, List<ChangedDates> changes) {}

  Calendars(Map<String, CalendarRule> rules, CalendarData data) {
    this.rules = rules;
    this.data = data;
  }

  CalendarData data() {
    return data;
  }

  Calendars with(CalendarData more) {
    return new Calendars(rules, more);
  }

  /** A calendar as it was at first, with the changes that are on the timeline by then. */
  Reckoning<BusinessCalendar> find(String name, Observed observed, List<CalendarChange> changes) {
    CalendarRule rule = rules.get(name);
    if (rule == null) {
      return new Unknown<>(
          "Expected a calendar of %s, but the table names '%s'".formatted(rules.keySet(), name));
    }
    Object base = rule.calendar() != null ? rule.calendar() : given(name, observed.terms());
    if (base == null) {
      return new Unknown<>(
          "Expected the agreement's terms to bring the calendar '%s', but they don't"
              .formatted(name));
    }
    String agreement = rule.calendar() != null ? null : observed.agreement();
    return find(new Asked(name, agreement, base, of(name, changes)));
  }

  private static List<ChangedDates> of(String name, List<CalendarChange> changes) {
    return changes.isEmpty()
        ? List.of()
        : changes.stream()
            .map(CalendarChange::dates)
            .filter(dates -> dates.calendar().equals(name))
            .toList();
  }

  private Reckoning<BusinessCalendar> find(Asked asked) {
    List<Supplement> further = data.of(asked.agreement(), asked.name());
    if (asked.base() instanceof BusinessCalendar own
        && further.isEmpty()
        && asked.changes().isEmpty()) {
      return new Known<>(own);
    }
    Reckoning<BusinessCalendar> found = known.get(asked);
    if (found == null) {
      if (known.size() >= MOST) {
        known.clear();
      }
      found = made(asked, further);
      known.put(asked, found);
    }
    return found;
  }

  private static Reckoning<BusinessCalendar> made(Asked asked, List<Supplement> further) {
    Reckoning<BusinessCalendar> made =
        base(asked.base()).then(base -> new Known<>(supplemented(base, further)));
    for (ChangedDates change : asked.changes()) {
      made = made.then(before -> changed(before, change));
    }
    return made;
  }

  private static Reckoning<BusinessCalendar> base(Object base) {
    if (base instanceof BusinessCalendar own) {
      return new Known<>(own);
    }
    List<Fault> faults = new ArrayList<>();
    BusinessCalendar calendar =
        Section.read(Section.root("terms", base, faults), CalendarReader::read);
    return calendar == null || !faults.isEmpty()
        ? new Unknown<>(faults.getFirst().reason())
        : new Known<>(calendar);
  }

  /**
   * One after the other, as long as one goes on where the one before it ends. A supplement that
   * makes no calendar with these hours, those of another version of the pack, adds nothing.
   */
  private static BusinessCalendar supplemented(BusinessCalendar base, List<Supplement> further) {
    WeeklyHours hours = base.hours().orElse(null);
    if (hours == null) {
      return base;
    }
    for (Supplement next : further) {
      if (next.continues(hours)
          && BusinessCalendar.of(next.after(hours)) instanceof Drafted.Usable usable) {
        return supplemented(usable.calendar(), further);
      }
    }
    return base;
  }

  private static Reckoning<BusinessCalendar> changed(BusinessCalendar before, ChangedDates how) {
    if (how.fault() != null) {
      return new Unknown<>(how.fault());
    }
    WeeklyHours hours = before.hours().orElse(null);
    if (hours == null) {
      return new Unknown<>(
          "Expected a calendar with dates, but '%s' is open around the clock"
              .formatted(how.calendar()));
    }
    String unfit = how.unfit(hours);
    if (unfit != null) {
      return new Unknown<>(unfit);
    }
    return switch (BusinessCalendar.of(how.in(hours))) {
      case Drafted.Usable usable -> new Known<>(usable.calendar());
      case Drafted.Unusable unusable -> new Unknown<>(unusable.reason());
    };
  }

  /** The version of the calendar data: the terms' own word for it, and what was added since. */
  String version(Observed observed) {
    List<String> versions =
        rules.keySet().stream()
            .map(name -> given(name, observed.terms()))
            .filter(Map.class::isInstance)
            .map(calendar -> ((Map<?, ?>) calendar).get("version"))
            .filter(Objects::nonNull)
            .map(Object::toString)
            .distinct()
            .toList();
    String base = versions.isEmpty() ? "pack" : String.join(",", versions);
    List<String> more = data.versions(observed.agreement());
    return more.isEmpty()
        ? base
        : String.join("+", Stream.concat(Stream.of(base), more.stream()).toList());
  }

  private static @Nullable Object given(String name, Map<String, Object> terms) {
    return terms.get("calendars") instanceof Map<?, ?> calendars ? calendars.get(name) : null;
  }
}
