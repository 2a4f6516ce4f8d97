package io.tierline.incident;

import static org.assertj.core.api.Assertions.assertThat;

import io.tierline.stack.Kafka;
import io.tierline.stack.OnTheStack;
import io.tierline.stack.PostgreSql;
import io.tierline.ticket.Rest;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/** Alerts over HTTP, by the shipped pack of the incident process. */
@OnTheStack({PostgreSql.class, Kafka.class})
@TestPropertySource(properties = "tierline.max-entries=10")
class AlertsIT {

  private static final String ALERTS = "/api/v1/alerts?agreement=hypergene-operations";

  @LocalServerPort int port;
  private Rest monitoring;
  private String group;

  @BeforeEach
  void watch() {
    monitoring = Rest.at(port).as("vakt");
    group = UUID.randomUUID().toString();
  }

  @Test
  void shouldOpenOneTicketForAnAlertHoweverOftenItIsSent() {
    String firing = payload(alert("firing", "a"));

    var first = monitoring.post(ALERTS, null, firing);
    var again = monitoring.post(ALERTS, null, firing);

    assertThat(first.status()).as(first.detail()).isEqualTo(200);
    assertThat(first.text("/0/did")).isEqualTo("opened");
    assertThat(again.text("/0/did")).isEqualTo("known");
    assertThat(again.text("/0/ticket")).isEqualTo(first.text("/0/ticket"));
    var ticket = Rest.at(port).as("sara").get("/api/v1/tickets/" + first.text("/0/ticket"));
    assertThat(ticket.text("/subject")).isEqualTo("Nobody answers");
    assertThat(ticket.text("/severity/value")).isEqualTo("CRITICAL");
    assertThat(kinds(first.text("/0/ticket"))).contains("opened", "incident-declared");
  }

  @Test
  void shouldOpenOneTicketForAnAlertThatIsSentManyTimesAtOnce() throws Exception {
    String firing = payload(alert("firing", "a"));
    Callable<Rest.Answer> send = () -> monitoring.post(ALERTS, null, firing);
    List<Rest.Answer> answers;
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      answers =
          threads.invokeAll(IntStream.range(0, 12).mapToObj(n -> send).toList()).stream()
              .map(java.util.concurrent.Future::resultNow)
              .toList();
    }

    assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).isEqualTo(200));
    assertThat(answers.stream().map(answer -> answer.text("/0/ticket")).distinct()).hasSize(1);
    assertThat(answers.stream().filter(answer -> answer.text("/0/did").equals("opened")))
        .hasSize(1);
  }

  @Test
  void shouldPutTheAlertsOfAGroupOnOneTicketAndRecordTheirEnd() {
    var both = monitoring.post(ALERTS, null, payload(alert("firing", "a"), alert("firing", "b")));
    var end = monitoring.post(ALERTS, null, payload(alert("resolved", "a")));
    var endAgain = monitoring.post(ALERTS, null, payload(alert("resolved", "a")));
    var stranger = monitoring.post(ALERTS, null, payload(alert("resolved", "z")));

    String ticket = both.text("/0/ticket");
    assertThat(both.text("/1/did")).isEqualTo("joined");
    assertThat(both.text("/1/ticket")).isEqualTo(ticket);
    assertThat(end.text("/0/did")).isEqualTo("cleared");
    assertThat(endAgain.text("/0/did")).isEqualTo("known");
    assertThat(stranger.text("/0/did")).isEqualTo("unknown");
    assertThat(kinds(ticket)).containsOnlyOnce("alert-fired").containsOnlyOnce("alert-cleared");
  }

  /** An opening is three entries here, and five are half of what a timeline may have. */
  @Test
  void shouldLeavePeopleRoomWhereAMachineRepeatsItself() {
    var taken =
        monitoring.post(
            ALERTS,
            null,
            payload(
                alert("firing", "a"),
                alert("firing", "b"),
                alert("firing", "c"),
                alert("firing", "d")));

    assertThat(taken.body().valueStream().map(one -> one.path("did").asString()))
        .containsExactly("opened", "joined", "joined", "opened");
    assertThat(
            Rest.at(port)
                .as("maja")
                .record(taken.text("/0/ticket"), "{\"kind\":\"acknowledged\"}")
                .status())
        .isEqualTo(201);
  }

  @Test
  void shouldNotHideAWorseAlertBehindAnother() {
    String warning = alert("firing", "a").replace("critical", "warning");

    var first = monitoring.post(ALERTS, null, payload(warning));
    var worse = monitoring.post(ALERTS, null, payload(warning, alert("firing", "b")));

    assertThat(first.text("/0/did")).isEqualTo("opened");
    assertThat(worse.text("/0/did")).isEqualTo("known");
    assertThat(worse.text("/1/did")).isEqualTo("opened");
    assertThat(kinds(first.text("/0/ticket"))).doesNotContain("incident-declared");
    assertThat(kinds(worse.text("/1/ticket"))).contains("incident-declared");
  }

  @Test
  void shouldOpenAnotherTicketOnceTheFirstIsRestored() {
    String first = monitoring.post(ALERTS, null, payload(alert("firing", "a"))).text("/0/ticket");
    assertThat(Rest.at(port).as("sara").record(first, "{\"kind\":\"fix-delivered\"}").status())
        .isEqualTo(201);

    var second = monitoring.post(ALERTS, null, payload(alert("firing", "b")));

    assertThat(second.text("/0/did")).isEqualTo("opened");
    assertThat(kinds(second.text("/0/ticket"))).contains("incident-declared");
  }

  @Test
  void shouldOpenAnotherTicketForTheGroupOnceTheFirstIsClosed() {
    String first = monitoring.post(ALERTS, null, payload(alert("firing", "a"))).text("/0/ticket");
    Rest maja = Rest.at(port).as("maja");
    assertThat(maja.record(first, "{\"kind\":\"dismissed\"}").status()).isEqualTo(201);
    assertThat(
            maja.record(first, "{\"kind\":\"closed\",\"data\":{\"ground\":\"no-incident\"}}")
                .status())
        .isEqualTo(201);

    var second = monitoring.post(ALERTS, null, payload(alert("firing", "b")));
    var end = monitoring.post(ALERTS, null, payload(alert("resolved", "a")));

    assertThat(second.text("/0/did")).isEqualTo("opened");
    assertThat(second.text("/0/ticket")).isNotEqualTo(first);
    assertThat(end.text("/0/did")).as("a closed ticket takes no entry").isEqualTo("cleared");
    assertThat(kinds(first)).doesNotContain("alert-cleared");
  }

  @Test
  void shouldTakeTheOtherAlertsWhereOneIsRefusedAndSayWhich() {
    var some =
        monitoring.post(
            ALERTS,
            null,
            payload(
                alert("firing", "a").replace("hypergene-cloud", "another-service"),
                alert("firing", "b"),
                "{\"status\":\"firing\",\"startsAt\":\"2026-03-03T02:00:00Z\"}"));

    assertThat(some.status()).isEqualTo(422);
    assertThat(some.detail()).contains("Expected to take 3 alerts, but 1 were refused");
    assertThat(some.text("/alerts/0/did"))
        .as("better on the fallback than lost")
        .isEqualTo("opened");
    assertThat(some.text("/alerts/1/did")).as("of another service").isEqualTo("opened");
    assertThat(some.text("/alerts/2/reason")).contains("'fingerprint'");
  }

  @Test
  void shouldSayWhatWasExpectedOfBadInput() {
    assertThat(monitoring.post(ALERTS, null, "{\"alerts\":[]}").status()).isEqualTo(422);
    assertThat(monitoring.post(ALERTS, null, "{\"alerts\":[null]}").status()).isEqualTo(422);
    assertThat(monitoring.post(ALERTS, null, "[]").status()).isEqualTo(400);
    assertThat(monitoring.post("/api/v1/alerts", null, payload()).status()).isEqualTo(400);
    String far = alert("firing", "a").replace("2026-03-03", "+999999-03-03");
    assertThat(monitoring.post(ALERTS, null, payload(far)).detail()).contains("'startsAt'");
    assertThat(
            monitoring
                .post("/api/v1/alerts?agreement=demo", null, payload(alert("firing", "a")))
                .status())
        .isEqualTo(404);
    for (String other : List.of("rosa", "ylva", "sara")) {
      var refused = Rest.at(port).as(other).post(ALERTS, null, payload(alert("firing", "a")));
      assertThat(refused.status()).as("what somebody says is no alert").isEqualTo(403);
    }
  }

  @Test
  void shouldTakeWhatIsTooLongOrUnknownRatherThanLoseIt() {
    String odd =
        alert("firing", "a")
            .replace("critical", "page-everybody")
            .replace("Nobody answers", "x".repeat(50_000));

    var taken = monitoring.post(ALERTS, null, payload(odd));

    assertThat(taken.status()).as(taken.detail()).isEqualTo(200);
    var ticket = Rest.at(port).as("sara").get("/api/v1/tickets/" + taken.text("/0/ticket"));
    assertThat(ticket.text("/severity/value")).isEqualTo("DISTURBANCE");
  }

  /** More than any other request may have: everything is down. */
  @Test
  void shouldTakeAThousandAlertsInOnePayload() {
    String[] many =
        IntStream.range(0, 1_000)
            .mapToObj(
                n ->
                    n < 10
                        ? alert("firing", "n" + n)
                        : alert("resolved", "n" + n).replace("Nobody answers", "y".repeat(1_000)))
            .toArray(String[]::new);

    var taken = monitoring.post(ALERTS, null, payload(many));

    assertThat(taken.status()).as(taken.detail()).isEqualTo(200);
    assertThat(taken.body().valueStream().map(one -> one.path("did").asString()))
        .hasSize(1_000)
        .containsOnly("opened", "joined", "unknown");
  }

  private List<String> kinds(String ticket) {
    return Rest.at(port)
        .as("sara")
        .get("/api/v1/tickets/" + ticket + "/timeline")
        .body()
        .path("entries")
        .valueStream()
        .map(entry -> entry.path("kind").asString())
        .toList();
  }

  private String payload(String... alerts) {
    return """
        {"version": "4", "groupKey": "%s", "receiver": "tierline", "status": "firing",
         "externalURL": "http://alertmanager.example", "alerts": [%s]}
        """
        .formatted(group, String.join(",", alerts));
  }

  private String alert(String status, String name) {
    return """
        {"status": "%s", "startsAt": "2026-03-03T02:00:00.123456789Z", "endsAt": "0001-01-01T00:00:00Z",
         "labels": {"alertname": "Down", "severity": "critical", "source": "platform",
                    "service": "hypergene-cloud"},
         "annotations": {"summary": "Nobody answers"}, "generatorURL": "http://prometheus.example",
         "fingerprint": "%s-%s"}
        """
        .formatted(status, group, name);
  }
}
