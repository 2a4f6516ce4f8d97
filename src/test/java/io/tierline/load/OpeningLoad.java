package io.tierline.load;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/**
 * Opening tickets over REST with durable storage, beside the database's and the engine's own rates:
 * {@code ./mvnw verify -Dit.test=OpeningLoad}.
 */
class OpeningLoad {

  private static final int BURST = Integer.getInteger("tickets", 20_000);
  private static final Duration SHORT = Duration.ofSeconds(5);
  private static final Duration A_WHILE = Duration.ofSeconds(20);
  private static final Duration LONG = Duration.ofMinutes(20);

  private long opened;

  @Test
  void measure() throws Exception {
    try (Stage stage = Stage.up()) {
      Openings openings = new Openings(stage.server(), null);
      count(openings.flood(8, 3_000, LONG));
      drain(stage);
      double engine;
      try (BareEngine bare = new BareEngine(stage.stack())) {
        bare.rate(1_000);
        engine = bare.rate(3_000);
      }
      System.out.printf("The bare engine carries %.0f tickets a second%n", engine);
      for (int clients : new int[] {8, 64}) {
        System.out.printf(
            "%d clients: the database alone commits %.0f a second%n",
            clients, commits(stage, clients));
        System.out.printf(
            "%d clients open: %s%n",
            clients, count(openings.flood(clients, Integer.MAX_VALUE, A_WHILE)));
        drain(stage);
      }
      offer(stage, openings, engine / 2);
      burst(stage, openings, engine);
      System.out.printf(
          "%d refused; %d of %d on record%n", openings.refused(), kept(stage), opened);
    }
  }

  private void offer(Stage stage, Openings openings, double aSecond) throws Exception {
    System.out.printf(
        "%.0f a second offered, half of the engine's rate: %s%n",
        aSecond, count(openings.offer(aSecond, A_WHILE)));
    drain(stage);
  }

  private void burst(Stage stage, Openings openings, double engine) throws Exception {
    Map<String, Double> before = Processes.cpu(stage.parts());
    Latencies burst = count(openings.flood(64, BURST, LONG));
    System.out.printf(
        "A burst: %s; %.1f times the bare engine's rate%n", burst, burst.aSecond() / engine);
    Processes.tell(before, Processes.cpu(stage.parts()), burst.took());
    System.out.printf(
        "    then the oldest parcel to the engine is %s s old%n",
        Scraped.of(stage.server()).value("tierline_outbox_age_seconds", "starts"));
    long began = System.nanoTime();
    drain(stage);
    System.out.printf("    drained %.0f s later%n", (System.nanoTime() - began) / 1e9);
  }

  /** Until every ticket stands at its first user task. */
  private void drain(Stage stage) throws Exception {
    new Exported(stage.stack()).await("escalation", opened);
  }

  private static long kept(Stage stage) {
    return stage.jdbc().sql("select count(*) from ticket").query(Long.class).single();
  }

  private Latencies count(Latencies latencies) {
    opened += latencies.count();
    return latencies;
  }

  private static double commits(Stage stage, int clients) throws InterruptedException {
    stage.jdbc().sql("create table if not exists scratch (id bigint)").update();
    AtomicLong done = new AtomicLong();
    long end = System.nanoTime() + SHORT.toNanos();
    try (ExecutorService threads = Executors.newFixedThreadPool(clients)) {
      for (int i = 0; i < clients; i++) {
        threads.submit(() -> commit(stage, end, done));
      }
      threads.shutdown();
      threads.awaitTermination(1, TimeUnit.MINUTES);
    }
    return done.get() * 1000.0 / SHORT.toMillis();
  }

  private static Void commit(Stage stage, long end, AtomicLong done) throws SQLException {
    try (Connection connection = stage.dataSource().getConnection();
        PreparedStatement insert = connection.prepareStatement("insert into scratch values (1)")) {
      while (System.nanoTime() < end) {
        insert.executeUpdate();
        done.incrementAndGet();
      }
    }
    return null;
  }
}
