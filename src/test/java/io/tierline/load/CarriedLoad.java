package io.tierline.load;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Tickets a second carried to their first user task, by the bare engine and by Tierline in turns:
 * {@code ./mvnw verify -Dit.test=CarriedLoad}.
 */
class CarriedLoad {

  private static final int TICKETS = Integer.getInteger("tickets", 1_000);
  private static final int ROUNDS = 5;

  /** So many times the tickets of a round first: until then the compiler takes most of the CPU. */
  private static final int WARM = 4;

  private static final int CLIENTS = 16;
  private static final Duration LONG = Duration.ofMinutes(5);

  @Test
  void measure() throws Exception {
    try (Stage stage = Stage.up()) {
      Openings openings = new Openings(stage.server(), null);
      openings.flood(1, 1, LONG);
      try (BareEngine bare = new BareEngine(stage.stack())) {
        bare.rate(TICKETS);
        carried(stage, openings, WARM * TICKETS);
        stage.quiet();
        compare(stage, openings, bare);
      }
    }
  }

  private static void compare(Stage stage, Openings openings, BareEngine bare) throws Exception {
    List<Double> alone = new ArrayList<>();
    List<Double> whole = new ArrayList<>();
    for (int round = 1; round <= ROUNDS; round++) {
      alone.add(bare.rate(TICKETS));
      stage.quiet();
      whole.add(carried(stage, openings, TICKETS));
      stage.quiet();
      System.out.printf(
          "Round %d: bare engine %.0f, Tierline %.0f tickets a second%n",
          round, alone.getLast(), whole.getLast());
    }
    System.out.printf(
        "Medians: bare engine %.0f, Tierline %.0f, ratio %.2f%n",
        median(alone), median(whole), median(whole) / median(alone));
  }

  /** From the first request to the last task, by the clock of one machine. */
  private static double carried(Stage stage, Openings openings, int tickets) throws Exception {
    Exported exported = new Exported(stage.stack());
    long before = exported.tasks("escalation").count();
    long began = System.currentTimeMillis();
    int opened = openings.flood(CLIENTS, tickets, LONG).count();
    Exported.Tasks done = exported.await("escalation", before + opened);
    return opened * 1000.0 / (done.lastAt() - began);
  }

  static double median(List<Double> values) {
    return values.stream().sorted().toList().get(values.size() / 2);
  }
}
