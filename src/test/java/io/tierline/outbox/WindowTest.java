package io.tierline.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WindowTest {
  private final Window window = new Window(OutboxWorld.polling(Duration.ofMillis(50)));

  @Test
  void shouldHalveOnceForABurstOfRefusals() {
    int[] epochs = IntStream.range(0, 8).map(n -> window.depart()).toArray();

    for (int epoch : epochs) {
      window.land(landing(epoch, new Destination.Busy("less")));
    }

    assertThat(window.limit()).isEqualTo(4);
    assertThat(window.inFlight()).isZero();
    assertThat(window.room()).as("while it rests").isZero();
    assertThat(window.rest()).isPositive();
  }

  @Test
  void shouldGrowByOneForAFullWindowOfAcknowledgements() {
    IntStream.range(0, 8).forEach(n -> window.depart());

    for (int n = 0; n < 8; n++) {
      window.land(landing(0, null));
      window.depart();
    }

    assertThat(window.limit()).isEqualTo(9);
  }

  @Test
  void shouldNotGrowWhileNobodyNeedsIt() {
    for (int n = 0; n < 100; n++) {
      window.land(landing(window.depart(), null));
    }

    assertThat(window.limit()).isEqualTo(8);
  }

  @Test
  void shouldNotShrinkForAParcelThatFails() {
    window.land(landing(window.depart(), new IllegalStateException("bad parcel")));

    assertThat(window.limit()).isEqualTo(8);
    assertThat(window.room()).isEqualTo(8);
  }

  private static Landing landing(int epoch, @Nullable Throwable fault) {
    Waiting parcel =
        new Waiting(UUID.randomUUID(), "l", 0, 1, "t", Map.of(), 0, OffsetDateTime.MIN);
    return new Landing(parcel, epoch, fault);
  }
}
