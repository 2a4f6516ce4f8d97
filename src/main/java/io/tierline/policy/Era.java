package io.tierline.policy;

import io.tierline.time.BusinessCalendar;
import io.tierline.time.Reckoning;
import java.time.Instant;
import java.util.function.Function;

/** The calendars that held until a change of them. */
record Era(CalendarChange change, Function<String, Reckoning<BusinessCalendar>> calendars) {

  Instant end() {
    return change.entry().at();
  }
}
