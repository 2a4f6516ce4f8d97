package io.tierline.broken;

import io.tierline.broken.Acknowledged.Ack;
import io.tierline.journey.Handover;
import io.tierline.stack.Server;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A reseller and a vendor's agent who work on tickets of their own through whichever server
 * answers. As careful clients do, they send a request again, with its key, until it is answered.
 */
final class Client implements Runnable {

  private static final Duration PATIENCE = Duration.ofSeconds(4);
  private static final Duration PROMISED = Duration.ofHours(4);
  private static final JsonMapper JSON = JsonMapper.shared();

  /** What follows an opening, one step a turn; a ticket stops somewhere on this way. */
  private static final List<Map.Entry<String, String>> WAY =
      List.of(
          Map.entry("lena", "acknowledged"),
          Map.entry("lena", "replied"),
          Map.entry("lena", "fix-delivered"),
          Map.entry("rosa", "fix-accepted"),
          Map.entry("rosa", "closed"));

  private record Work(String ticket, int steps, int done) {}

  private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
  private final List<Server> servers;
  private final Acknowledged log;
  private final SplittableRandom random;
  private final Deque<Work> open = new ArrayDeque<>();
  private volatile boolean stopping;

  Client(List<Server> servers, Acknowledged log, SplittableRandom random) {
    this.servers = servers;
    this.log = log;
    this.random = random;
  }

  /** Begins nothing new; what is under way is sent until it is answered. */
  void stop() {
    stopping = true;
  }

  @Override
  public void run() {
    while (!stopping) {
      if (open.isEmpty() || random.nextInt(5) == 0) {
        open();
      } else {
        step(open.removeFirst());
      }
      LockSupport.parkNanos(Duration.ofMillis(random.nextInt(300, 1200)).toNanos());
    }
  }

  /** Its answer is overdue about now, so that promises break while parts are down. */
  private void open() {
    Instant at = Instant.now().minus(PROMISED).plusSeconds(random.nextInt(-5, 60));
    Map<String, Object> ticket = new HashMap<>(Handover.ticket("mina-alta", Handover.complete()));
    ticket.put("at", at.toString());
    ticket.put("reason", "Taken on the telephone");
    JsonNode answer = send("rosa", "/api/v1/tickets", ticket);
    if (answer != null) {
      String number = answer.path("number").asString();
      log.add(new Ack(number, answer.path("seq").asLong(), "opened", "rosa"));
      open.addLast(new Work(number, random.nextInt(WAY.size() + 1), 0));
    }
  }

  private void step(Work work) {
    if (work.done() == work.steps()) {
      return;
    }
    String actor = WAY.get(work.done()).getKey();
    String kind = WAY.get(work.done()).getValue();
    Map<String, Object> data = kind.equals("closed") ? Map.of("ground", "resolved") : Map.of();
    JsonNode answer =
        send(
            actor,
            "/api/v1/tickets/" + work.ticket() + "/entries",
            Map.of("kind", kind, "data", data));
    if (answer != null) {
      log.add(new Ack(work.ticket(), answer.path("seq").asLong(), kind, actor));
      open.addLast(new Work(work.ticket(), work.steps(), work.done() + 1));
    }
  }

  private @Nullable JsonNode send(String actor, String path, Map<String, Object> body) {
    String key = UUID.randomUUID().toString();
    while (true) {
      Server server = servers.get(random.nextInt(servers.size()));
      try {
        HttpResponse<String> reply =
            http.send(
                request(server, actor, path, key, JSON.writeValueAsString(body)),
                HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        if (reply.statusCode() == 201) {
          return JSON.readTree(reply.body());
        }
        if (reply.statusCode() < 500) {
          log.refused(path + " " + body + ": " + reply.statusCode() + " " + reply.body());
          return null;
        }
      } catch (IOException e) {
        // It may have been recorded or not: the same key again will tell.
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return null;
      }
      LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
    }
  }

  private static HttpRequest request(
      Server server, String actor, String path, String key, String body) {
    return HttpRequest.newBuilder(URI.create(server.address() + path))
        .timeout(PATIENCE)
        .header("Authorization", "Bearer tl_demo_" + actor)
        .header("Content-Type", "application/json")
        .header("Idempotency-Key", key)
        .POST(HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8))
        .build();
  }
}
