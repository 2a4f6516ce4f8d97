package io.tierline.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class ClosingTest {

  @Test
  void shouldGoOnWhenClosingNeverEnds() {
    CountDownLatch never = new CountDownLatch(1);

    assertTimeoutPreemptively(
        Duration.ofSeconds(30), () -> Closing.within(Duration.ofMillis(100), never::await));
  }

  @Test
  void shouldWaitForWhatEnds() {
    AtomicBoolean closed = new AtomicBoolean();

    Closing.within(Duration.ofSeconds(30), () -> closed.set(true));

    assertThat(closed).isTrue();
  }
}
