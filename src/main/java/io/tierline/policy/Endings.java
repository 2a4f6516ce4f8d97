package io.tierline.policy;

import io.tierline.time.BusinessCalendar;
import io.tierline.time.Reckoning.Known;
import io.tierline.time.WeeklyHours;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the open clocks of a course whose calendars end. */
record Endings(ClockReader reader) {

  List<Ending> of(Course course) {
    List<Ending> endings = new ArrayList<>();
    for (ClockCourse clock : course.clocks) {
      List<Reading> readings = clock.rounds.isEmpty() ? List.of() : reader.read(clock);
      for (int i = 0; i < readings.size(); i++) {
        add(clock, clock.rounds.get(i), readings.get(i).clock(), endings);
      }
    }
    return List.copyOf(endings);
  }

  private void add(ClockCourse course, Round round, Clock clock, List<Ending> endings) {
    boolean unknown = clock.state() == ClockState.UNKNOWN && clock.stoppedAt() == null;
    if (!unknown && !(clock.open() && clock.countsHours())) {
      return;
    }
    String calendar = reader.run(course.rule, round).promise().calendar();
    LocalDate to = knownTo(calendar);
    if (unknown || to != null) {
      String reason = unknown ? clock.why().reason() : null;
      endings.add(new Ending(clock.name(), clock.round(), clock.state(), calendar, to, reason));
    }
  }

  private @Nullable LocalDate knownTo(String calendar) {
    return reader.calendars().apply(calendar) instanceof Known<BusinessCalendar> known
        ? known.value().hours().map(WeeklyHours::to).orElse(null)
        : null;
  }
}
