package io.tierline.load;

import io.tierline.journey.Handover;
import io.tierline.stack.Server;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Tickets that are opened over REST. */
final class Openings {

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI address;
  private final String body;
  private final AtomicLong refused = new AtomicLong();

  /**
   * @param at when they all happened; null for when they are recorded
   */
  Openings(Server server, @Nullable Instant at) {
    this.address = URI.create(server.address() + "/api/v1/tickets");
    Map<String, Object> ticket = new HashMap<>(Handover.ticket("mina-alta", Handover.complete()));
    if (at != null) {
      ticket.put("at", at.toString());
      ticket.put("reason", "Taken on the telephone");
    }
    this.body = JsonMapper.shared().writeValueAsString(ticket);
  }

  /** So many clients, each as fast as it is answered, until so many are open or time is up. */
  Latencies flood(int clients, int most, Duration atMost) throws InterruptedException {
    Latencies latencies = new Latencies();
    AtomicLong left = new AtomicLong(most);
    long end = System.nanoTime() + atMost.toNanos();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < clients; i++) {
        threads.execute(
            () -> {
              while (System.nanoTime() < end && left.getAndDecrement() > 0) {
                open(latencies, System.nanoTime());
              }
            });
      }
    }
    return latencies.end();
  }

  /** So many a second, whether answers come or not; waiting counts from when each was due. */
  Latencies offer(double aSecond, Duration howLong) throws InterruptedException {
    Latencies latencies = new Latencies();
    long began = System.nanoTime();
    long count = (long) (aSecond * howLong.toMillis() / 1000);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (long i = 0; i < count; i++) {
        long due = began + (long) (i * 1e9 / aSecond);
        LockSupport.parkNanos(due - System.nanoTime());
        threads.execute(() -> open(latencies, due));
      }
      threads.shutdown();
      threads.awaitTermination(5, TimeUnit.MINUTES);
    }
    return latencies.end();
  }

  /** Answers other than 201, whatever they were. */
  long refused() {
    return refused.get();
  }

  private void open(Latencies latencies, long due) {
    try {
      HttpRequest request =
          HttpRequest.newBuilder(address)
              .header("Authorization", "Bearer tl_demo_rosa")
              .header("Content-Type", "application/json")
              .header("Idempotency-Key", UUID.randomUUID().toString())
              .POST(HttpRequest.BodyPublishers.ofString(body))
              .build();
      int status = http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
      if (status == 201) {
        latencies.add(System.nanoTime() - due);
      } else {
        refused.incrementAndGet();
      }
    } catch (Exception e) {
      refused.incrementAndGet();
    }
  }
}
