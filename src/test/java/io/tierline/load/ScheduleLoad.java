package io.tierline.load;

import io.tierline.stack.PostgreSql;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The schedule with a million open tickets: {@code ./mvnw verify -Dit.test=ScheduleLoad}. Their
 * rows are copies of one ticket's; timelines have those only that ring or get an entry.
 */
class ScheduleLoad {

  private static final int TICKETS = Integer.getInteger("tickets", 1_000_000);
  private static final int TOUCHED = 5_000;
  private static final int DUE = 3_000;
  private static final int ENTRIES = 500;

  private final HttpClient http = HttpClient.newHttpClient();

  @Test
  void measure() throws Exception {
    try (Stage stage = Stage.up()) {
      JdbcClient jdbc = stage.jdbc();
      Instant past = Instant.now().minus(Duration.ofHours(3));
      new Openings(stage.server(), past).flood(1, 1, Duration.ofMinutes(1));
      multiply(jdbc, 2, TOUCHED);
      timelines(jdbc, 2, TOUCHED);
      System.out.printf("With %d tickets:%n", TOUCHED);
      restart(stage);
      warm(stage);
      tell(stage, 1_000);

      multiply(jdbc, TOUCHED + 1, TICKETS);
      jdbc.sql("analyze ticket").update();
      System.out.printf("With %d tickets:%n", TICKETS);
      restart(stage);
      warm(stage);
      tell(stage, 2_000);
      ring(stage);
    }
  }

  /** Copies of the first ticket, of which half will call somebody, due in the next month. */
  private static void multiply(JdbcClient jdbc, int from, int to) {
    jdbc.sql(
            """
            insert into ticket (id, agreement, pack, pack_version, customer, reseller, vendor, status,
              severity, tier, judgement, last_seq, last_at, opened_at, next_change_at, alarm_calls)
            select n, agreement, pack, pack_version, customer, reseller, vendor, status, severity,
              tier, judgement, last_seq, last_at, opened_at,
              now() + interval '1 hour' + (n::bigint * 7919 % 2592000) * interval '1 second', n % 2 = 0
            from ticket, generate_series(:from, :to) n where id = 1
            """)
        .param("from", from)
        .param("to", to)
        .update();
  }

  private static void timelines(JdbcClient jdbc, int from, int to) {
    jdbc.sql(
            """
            insert into entry (number, seq, generation, at, recorded_at, role, tier, org, actor, kind,
              visibility, data, pack_version, judgement)
            select t.number, e.seq, e.generation, e.at, e.recorded_at, e.role, e.tier, e.org, e.actor,
              e.kind, e.visibility, e.data, e.pack_version, e.judgement
            from entry e, ticket t
            where e.number = (select number from ticket where id = 1) and t.id between :from and :to
            """)
        .param("from", from)
        .param("to", to)
        .update();
  }

  private void warm(Stage stage) throws Exception {
    for (int i = 0; i < 300; i++) {
      acknowledge(stage, 4_000 + i);
    }
  }

  private void tell(Stage stage, int first) throws Exception {
    Latencies latencies = new Latencies();
    for (int i = 0; i < ENTRIES; i++) {
      long began = System.nanoTime();
      acknowledge(stage, first + i);
      latencies.add(System.nanoTime() - began);
    }
    System.out.printf("    an entry that moves the schedule: %s%n", latencies.end());
    System.out.printf("    asking who is due when nobody is: %.2f ms%n", asking(stage.jdbc()));
    System.out.printf(
        "    memory: server %d MiB, PostgreSQL %d MiB%n",
        Processes.memory(stage.server().pid()),
        Processes.memory(stage.stack().part(PostgreSql.class).pid()));
  }

  /** The median of what PostgreSQL says about the schedule's own question. */
  private static double asking(JdbcClient jdbc) {
    return CarriedLoad.median(
        IntStream.range(0, 21)
            .mapToObj(
                n ->
                    jdbc
                        .sql(
                            """
                            explain (analyze, timing off)
                            select number, next_change_at, alarm_calls from ticket
                            where next_change_at <= now()
                              and (alarm_retry_at is null or alarm_retry_at <= now())
                            order by alarm_calls desc, next_change_at limit 200
                            for update skip locked
                            """)
                        .query(String.class)
                        .list()
                        .stream()
                        .filter(line -> line.startsWith("Execution Time"))
                        .map(line -> Double.parseDouble(line.replaceAll("[^0-9.]", "")))
                        .findFirst()
                        .orElseThrow())
            .toList());
  }

  private static void restart(Stage stage) throws Exception {
    stage.server().stop();
    long began = System.nanoTime();
    stage.server().start();
    while (!stage.server().ready()) {
      TimeUnit.MILLISECONDS.sleep(100);
    }
    System.out.printf("    start-up until ready: %.1f s%n", (System.nanoTime() - began) / 1e9);
  }

  /** Promises broken long ago, found at once. */
  private static void ring(Stage stage) throws Exception {
    JdbcClient jdbc = stage.jdbc();
    long began = System.nanoTime();
    jdbc.sql(
            """
            update ticket set next_change_at = now() - interval '1 second'
            where id between 2 and :last
            """)
        .param("last", DUE + 1)
        .update();
    long rung = System.nanoTime();
    while (jdbc.sql(
                "select count(*) from ticket where id between 2 and :last and next_change_at < now()")
            .param("last", DUE + 1)
            .query(Long.class)
            .single()
        > 0) {
      TimeUnit.MILLISECONDS.sleep(200);
    }
    System.out.printf(
        "    %d due acts: %.2f ms each (and %.1f s to make them due)%n",
        DUE, (System.nanoTime() - rung) / 1e6 / DUE, (rung - began) / 1e9);
  }

  private void acknowledge(Stage stage, int ticket) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create(
                    stage.server().address() + "/api/v1/tickets/T-%06d/entries".formatted(ticket)))
            .header("Authorization", "Bearer tl_demo_lena")
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", UUID.randomUUID().toString())
            .POST(HttpRequest.BodyPublishers.ofString("{\"kind\": \"replied\", \"data\": {}}"))
            .build();
    HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() != 201) {
      throw new IllegalStateException(answer.body());
    }
  }
}
