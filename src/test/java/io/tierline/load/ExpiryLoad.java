package io.tierline.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/**
 * Many promises that break at the same instant, each with a callout: {@code ./mvnw verify
 * -Dit.test=ExpiryLoad -Dtickets=50000 -Dwithin=PT90M}; {@code within} is the time there is to open
 * them and to carry them to their first task.
 */
class ExpiryLoad {

  private static final int TICKETS = Integer.getInteger("tickets", 50_000);
  private static final Duration PROMISED = Duration.ofHours(4);
  private static final Duration LONG = Duration.ofHours(1);
  private static final Duration WITHIN = Duration.parse(System.getProperty("within", "PT90M"));
  private static final int WAVE = 2_500;
  private static final int CLIENTS = 32;

  @Test
  void measure() throws Exception {
    try (Stage stage = Stage.up()) {
      Instant due = Instant.now().plus(WITHIN);
      System.out.printf("All fall due at %s%n", due);
      Openings openings = new Openings(stage.server(), due.minus(PROMISED));
      open(stage, openings);
      assertThat(Instant.now()).as("all stand before they fall due: -Dwithin=").isBefore(due);
      TimeUnit.MILLISECONDS.sleep(Duration.between(Instant.now(), due).toMillis());
      System.out.printf(
          "They fall due: %d tickets stand at their first task%n",
          new Exported(stage.stack()).tasks("escalation").count());
      ring(stage, due);
      told(stage);
      System.out.printf(
          "%d callouts are declared; refused at opening: %d%n",
          count(stage, "select count(*) from incident"), openings.refused());
    }
  }

  /** In waves, each carried to its tasks before the next: the door closes before a long backlog. */
  private static void open(Stage stage, Openings openings) throws Exception {
    Instant began = Instant.now();
    for (long open = 0; open < TICKETS; open = count(stage, "select count(*) from ticket")) {
      Latencies wave = openings.flood(CLIENTS, (int) Math.min(WAVE, TICKETS - open), LONG);
      while (count(stage, "select count(*) from outbox") > 0) {
        TimeUnit.SECONDS.sleep(1);
      }
      System.out.printf("    %s: %s%n", Duration.between(began, Instant.now()), wave);
    }
  }

  /** Until every alarm has rung; a few tickets a second are opened meanwhile. */
  private static void ring(Stage stage, Instant due) throws Exception {
    Openings door = new Openings(stage.server(), null);
    CompletableFuture<Latencies> meanwhile =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                return door.offer(5, Duration.ofMinutes(5));
              } catch (InterruptedException e) {
                throw new IllegalStateException(e);
              }
            });
    while (count(stage, "select count(*) from ticket where next_change_at < now()") > 0) {
      TimeUnit.SECONDS.sleep(10);
      System.out.printf(
          "    %s after: %s, oldest parcel to the engine %s s%n",
          Duration.between(due, Instant.now()).truncatedTo(java.time.temporal.ChronoUnit.SECONDS),
          Scraped.of(stage.server()).of("tierline_alarms_overdue"),
          Scraped.of(stage.server()).value("tierline_outbox_age_seconds", "callouts"));
    }
    System.out.printf("The door meanwhile: %s; refused %d%n", meanwhile.get(), door.refused());
    Scraped.of(stage.server()).of("tierline_alarms_lateness").forEach(System.out::println);
  }

  /** Until every callout stands as a task. */
  private static void told(Stage stage) throws Exception {
    long began = System.nanoTime();
    Exported exported = new Exported(stage.stack());
    long called = 0;
    while (called < TICKETS) {
      TimeUnit.SECONDS.sleep(called == 0 ? 1 : 30);
      called = exported.tasks("incident").count();
      System.out.printf(
          "    %.0f s later: %d callouts and %d tickets are tasks%n",
          (System.nanoTime() - began) / 1e9, called, exported.tasks("escalation").count());
    }
    Scraped scraped = Scraped.of(stage.server());
    scraped.of("tierline_outbox_sends").forEach(System.out::println);
    scraped.of("tierline_outbox_in_flight").forEach(System.out::println);
    scraped.of("tierline_door_refusals").forEach(System.out::println);
  }

  private static long count(Stage stage, String sql) {
    return stage.jdbc().sql(sql).query(Long.class).single();
  }
}
