package io.tierline.policy;

import io.tierline.timeline.Entry;
import io.tierline.timeline.Kinds;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** An entry that says that dates of a calendar, known already, are different. */
record CalendarChange(Entry entry, ChangedDates dates) {

  /** Those of a timeline, in order. */
  static List<CalendarChange> on(Collection<Entry> entries) {
    List<CalendarChange> changes = new ArrayList<>();
    for (Entry entry : entries) {
      if (entry.kind().equals(Kinds.CALENDAR_CHANGED)) {
        changes.add(of(entry));
      }
    }
    return changes;
  }

  static CalendarChange of(Entry entry) {
    return new CalendarChange(entry, ChangedDates.read(entry.data()));
  }

  String calendar() {
    return dates.calendar();
  }

  /** As an explanation names it. */
  String told() {
    return "It is reckoned with '%s' as it was changed at %s (entry %d): %s"
        .formatted(calendar(), entry.at(), entry.seq(), dates.told());
  }
}
