package io.tierline.policy;

import io.tierline.timeline.Timeline;
import io.tierline.timeline.Visibility;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A pack without calendars, contract times and earlier promises, for tests of what surrounds it.
 */
public interface BarePack extends Pack {

  @Override
  default List<Promised> promised(Timeline timeline, Instant now) {
    return List.of();
  }

  @Override
  default Pack with(CalendarData data) {
    return this;
  }

  @Override
  default CalendarData calendarData() {
    return CalendarData.NONE;
  }

  @Override
  default Fitting fit(Supplement supplement, Map<String, Object> terms) {
    return new Fitting.Unfit(
        List.of(new Fault("supplement", null, "Expected calendars, but this pack has none")));
  }

  @Override
  default List<Ending> endings(Timeline timeline, Instant now) {
    return List.of();
  }

  @Override
  default Optional<String> lacking(Map<String, Object> terms) {
    return Optional.empty();
  }

  @Override
  default Place place(Judgement judgement, Instant openedAt) {
    return new Place(null, 0, Map.of());
  }

  @Override
  default Visibility visibility(String kind) {
    return Visibility.ALL;
  }
}
