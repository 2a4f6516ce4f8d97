package io.tierline.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.tierline.stack.Browser;
import io.tierline.stack.Kafka;
import io.tierline.stack.OnTheStack;
import io.tierline.stack.SharedStack;
import io.tierline.stack.Webapps;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** A person's way through a running server. Only the server's clock is moved, nothing else. */
@OnTheStack
abstract class Journey {

  static final Duration SOON = Duration.ofSeconds(60);

  @LocalServerPort int port;
  @Autowired io.tierline.stack.MovableClock clock;
  @Autowired io.tierline.stack.MailCatcher mails;

  private static Tasklist tasklist;
  private static Topic topic;

  Caller rosa;
  Caller rafa;
  Caller bruno;
  Caller lena;
  Caller ivy;

  @BeforeEach
  void meetThePeople() {
    rosa = caller("tl_demo_rosa");
    rafa = caller("tl_demo_rafa");
    bruno = caller("tl_demo_bruno");
    lena = caller("tl_demo_lena");
    ivy = caller("tl_demo_ivy");
  }

  Caller caller(String key) {
    return new Caller(URI.create("http://127.0.0.1:" + port), key);
  }

  static synchronized Tasklist tasklist() {
    if (tasklist == null) {
      tasklist = new Tasklist(SharedStack.with().part(Webapps.class).address());
    }
    return tasklist;
  }

  static synchronized Topic topic() {
    if (topic == null) {
      topic = new Topic(SharedStack.with().part(Kafka.class).address());
    }
    return topic;
  }

  /** Opens a ticket that must be accepted, and says its number. */
  static Caller.Reply opened(Caller reseller, Map<String, Object> ticket) {
    Caller.Reply reply = reseller.open(ticket);
    assertThat(reply.status()).as(reply.body().toString()).isEqualTo(201);
    return reply;
  }

  /** Records an entry that must be accepted. */
  static JsonNode recorded(Caller by, String number, String kind, Map<String, Object> data) {
    Caller.Reply reply = by.record(number, kind, data);
    assertThat(reply.status()).as(reply.body().toString()).isEqualTo(201);
    return reply.body().path("judgement");
  }

  JsonNode judgement(String number) {
    Caller.Reply reply = rosa.get("/api/v1/tickets/" + number + "/judgement");
    assertThat(reply.status()).as(reply.body().toString()).isEqualTo(200);
    return reply.body();
  }

  /** The latest round of a clock. */
  static JsonNode clock(JsonNode judgement, String name) {
    JsonNode latest = null;
    for (JsonNode clock : judgement.path("clocks")) {
      if (clock.path("name").asString().equals(name)
          && (latest == null || clock.path("round").asInt() > latest.path("round").asInt())) {
        latest = clock;
      }
    }
    return Objects.requireNonNull(latest, () -> "no clock " + name + " in " + judgement);
  }

  static Instant instant(JsonNode node) {
    return Instant.parse(node.asString());
  }

  static String state(JsonNode judgement, String clock) {
    return clock(judgement, clock).path("state").asString();
  }

  /** Waits until exactly one task of that name stands in Tasklist for the ticket. */
  static Tasklist.Task task(String number, String name) {
    return Awaitility.await(name + " for " + number)
        .atMost(SOON)
        .pollInterval(Duration.ofMillis(500))
        .until(
            () -> tasklist().open(number).stream().filter(t -> t.name().equals(name)).toList(),
            found -> found.size() == 1)
        .getFirst();
  }

  /** Waits until one of the tasks "Take charge" of a ticket is a group's. */
  static Tasklist.Task takeChargeOf(String number, String group) {
    return Awaitility.await("Take charge of " + number + " for " + group)
        .atMost(SOON)
        .pollInterval(Duration.ofMillis(500))
        .until(
            () ->
                tasklist().open(number).stream()
                    .filter(task -> task.name().equals("Take charge"))
                    .filter(task -> task.groups().contains(group))
                    .toList(),
            found -> found.size() == 1)
        .getFirst();
  }

  /** Waits until no task of that name is left for the ticket. */
  static void noTask(String number, String name) {
    Awaitility.await("no " + name + " for " + number)
        .atMost(SOON)
        .pollInterval(Duration.ofMillis(500))
        .until(() -> tasklist().open(number).stream().noneMatch(t -> t.name().equals(name)));
  }

  /** Waits until the timeline has so many entries of a kind, and gives the last. */
  JsonNode entry(String number, String kind) {
    return Awaitility.await(kind + " on " + number)
        .atMost(SOON)
        .pollInterval(Duration.ofMillis(300))
        .until(() -> entries(number, kind), found -> !found.isEmpty())
        .getLast();
  }

  List<JsonNode> entries(String number, String kind) {
    return entries(lena, number, kind);
  }

  static List<JsonNode> entries(Caller reader, String number, String kind) {
    JsonNode timeline = reader.get("/api/v1/tickets/" + number + "/timeline").body();
    return timeline
        .path("entries")
        .valueStream()
        .filter(e -> e.path("kind").asString().equals(kind))
        .toList();
  }

  /** Waits until a mail with these words in its subject reached an address. */
  void mailed(String address, String... words) {
    Awaitility.await(String.join(" ", words) + " to " + address)
        .atMost(SOON)
        .pollInterval(Duration.ofMillis(300))
        .until(
            () ->
                mails.mails().stream()
                    .filter(mail -> mail.to().stream().anyMatch(to -> to.contains(address)))
                    .anyMatch(mail -> List.of(words).stream().allMatch(mail.subject()::contains)));
  }

  /** Waits until a task of that name stands there that is not the one known. */
  static Tasklist.Task anotherTask(String number, String name, String known) {
    return Awaitility.await("another " + name + " for " + number)
        .atMost(SOON)
        .pollInterval(Duration.ofMillis(500))
        .until(
            () ->
                tasklist().open(number).stream()
                    .filter(task -> task.name().equals(name) && !task.id().equals(known))
                    .toList(),
            found -> found.size() == 1)
        .getFirst();
  }

  /**
   * Somebody logs in to Tasklist, takes a task, fills in its form and completes it: clicks only.
   */
  static void inTasklist(String login, String number, String name, Map<String, String> choices) {
    inTasklist(login, number, task(number, name), choices);
  }

  static void inTasklist(
      String login, String number, Tasklist.Task task, Map<String, String> choices) {
    try (Browser browser = Browser.logIn(SharedStack.with().part(Webapps.class), login)) {
      browser.open(Long.parseLong(task.id())).assignToMe();
      choices.forEach(browser::select);
      browser.picture(Path.of("target", "pictures", number + "-" + login + ".png")).complete();
    }
  }
}
