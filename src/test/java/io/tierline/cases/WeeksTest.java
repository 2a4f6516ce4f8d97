package io.tierline.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WeeksTest {

  private static final ZoneId ZONE = ZoneId.of("America/Los_Angeles");
  private static final Weeks PLAIN = new Weeks(ZONE, Set.of(), null);
  private static final Instant MONDAY = Instant.parse("2026-03-02T18:00:00Z");
  private static final Instant THURSDAY = Instant.parse("2026-03-05T18:00:00Z");

  @Test
  void shouldKeepTheWeekdayAndTheLocalTime() {
    Instant now = Instant.parse("2026-06-03T00:00:00Z");

    Instant moved = MONDAY.plus(PLAIN.shift(List.of(MONDAY, THURSDAY), now));

    assertThat(moved.atZone(ZONE)).isEqualTo("2026-06-08T10:00-07:00[America/Los_Angeles]");
  }

  @Test
  void shouldPassOverAWeekThatTakesAnotherHolidayOrAChangeOfClocksAlong() {
    Weeks holiday = new Weeks(ZONE, Set.of(LocalDate.parse("2026-11-26")), null);
    Instant sunday = Instant.parse("2026-03-01T18:00:00Z");

    Duration overThanksgiving =
        holiday.shift(List.of(MONDAY, THURSDAY), Instant.parse("2026-11-22T12:00:00Z"));
    Duration overAutumn =
        PLAIN.shift(
            List.of(sunday.minus(Duration.ofHours(15)), sunday),
            Instant.parse("2026-10-25T20:00:00Z"));

    assertThat(MONDAY.plus(overThanksgiving)).isEqualTo("2026-11-30T18:00:00Z");
    assertThat(sunday.plus(overAutumn)).isEqualTo("2026-11-08T18:00:00Z");
  }

  @Test
  void shouldNotLeaveTheCalendar() {
    Weeks ending = new Weeks(ZONE, Set.of(), LocalDate.parse("2026-12-31"));

    assertThatThrownBy(
            () -> ending.shift(List.of(MONDAY, THURSDAY), Instant.parse("2026-12-29T00:00:00Z")))
        .hasMessageContaining("2026-12-31");
  }
}
