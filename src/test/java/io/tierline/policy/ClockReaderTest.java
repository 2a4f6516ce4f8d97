package io.tierline.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.tierline.policy.Declaration.Change;
import io.tierline.policy.Declaration.Changes;
import io.tierline.policy.Declaration.ClockRule;
import io.tierline.policy.Declaration.Word;
import io.tierline.time.Amount;
import io.tierline.time.BusinessCalendar;
import io.tierline.time.Pauses;
import io.tierline.time.Reckoning;
import io.tierline.time.Unit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ClockReaderTest {

  private static final Instant FRIDAY = Instant.parse("2026-03-06T17:00:00Z");
  private static final ClockRule RULE =
      new ClockRule(
          "response",
          null,
          "vendor",
          false,
          Trigger.NEVER,
          Trigger.NEVER,
          Trigger.NEVER,
          Set.of(),
          Trigger.NEVER,
          List.of(),
          new Changes(
              Change.EARLIEST,
              Change.KEEP,
              Change.KEEP,
              Change.REBASE,
              Change.REBASE,
              Change.REBASE),
          List.of(),
          new Word(Map.of(), List.of()));

  @Test
  void shouldHoldThePromiseThatIsBrokenFirstThoughAnotherIsDueSooner() {
    ClockCourse course = new ClockCourse(RULE, null);
    Round round =
        new Round(1, new Trigger.Beginning(FRIDAY, null), promise(8, Unit.BUSINESS_HOURS));
    round.promises.add(
        new Round.Held(
            FRIDAY.plusSeconds(60),
            promise(24, Unit.HOURS),
            Change.EARLIEST,
            Declaration.Occasion.SEVERITY));
    course.rounds.add(round);

    Reading reading = reader().read(course).getFirst();

    assertThat(reading.clock().unit()).isEqualTo("hours");
    assertThat(reading.clock().dueAt()).isEqualTo("2026-03-07T17:01:00Z");
    assertThat(reading.breach()).isEqualTo("2026-03-07T17:01:00.001Z");
    assertThat(reading.clock().why().reason())
        .isEqualTo("It counts from 2026-03-06T17:01:00Z, when it was promised");
  }

  private static Promise promise(long count, Unit unit) {
    return new Promise(
        new Amount(count, unit), "office", new Why("timers", 1, List.of(), null), null);
  }

  private static ClockReader reader() {
    Map<String, Object> office =
        Map.of(
            "zone", "America/Los_Angeles",
            "hours", Map.of("MON", List.of("09:00-17:00"), "FRI", List.of("09:00-17:00")),
            "from", "2026-01-01",
            "to", "2026-12-31");
    BusinessCalendar calendar =
        CalendarReader.read(Section.root("calendars", office, new ArrayList<>()));
    return new ClockReader(
        FRIDAY, "plain@1", name -> new Reckoning.Known<>(calendar), names -> Pauses.NONE);
  }
}
