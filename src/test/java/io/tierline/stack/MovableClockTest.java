package io.tierline.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MovableClockTest {

  @TempDir Path folder;

  @Test
  void shouldStayAheadAfterARestart() {
    Path file = folder.resolve("clock");
    new MovableClock(file).forward(Duration.ofHours(4));

    MovableClock restarted = new MovableClock(file);

    assertThat(restarted.ahead()).isEqualTo(Duration.ofHours(4));
    assertThat(restarted.instant()).isAfter(Instant.now().plus(Duration.ofMinutes(239)));
  }

  @Test
  void shouldNeverGoBack() {
    MovableClock clock = new MovableClock(folder.resolve("clock"));

    assertThatThrownBy(() -> clock.forward(Duration.ofMillis(-1)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(clock.ahead()).isZero();
  }
}
