package io.tierline.policy;

import io.tierline.time.BusinessCalendar;
import io.tierline.time.Reckoning;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** A ticket's calendars along its timeline: each change of known dates ends an era. */
record Eras(Calendars calendars, Observed observed, List<CalendarChange> changes) {

  /** The calendars as they are in the end. */
  Function<String, Reckoning<BusinessCalendar>> last() {
    return name -> calendars.find(name, observed, changes);
  }

  /** Those before, each with the change that ended it. */
  List<Era> ended() {
    if (changes.isEmpty()) {
      return List.of();
    }
    List<Era> ended = new ArrayList<>(changes.size());
    for (int i = 0; i < changes.size(); i++) {
      List<CalendarChange> before = List.copyOf(changes.subList(0, i));
      ended.add(new Era(changes.get(i), name -> calendars.find(name, observed, before)));
    }
    return ended;
  }
}
