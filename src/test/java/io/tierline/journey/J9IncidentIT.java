package io.tierline.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** J9: at three in the night an alert becomes an incident, which ends with a signed report. */
class J9IncidentIT extends Journey {

  private static final String RESTORE = "Restore operation";
  private static final LocalTime THREE = LocalTime.of(3, 0);
  private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");
  private static final List<String> TEAM =
      List.of(
          "hypergene-deputies",
          "hypergene-heads",
          "hypergene-incident-managers",
          "hypergene-servicecenter");

  private Caller vakt;
  private Caller lars;
  private Caller sara;

  @BeforeEach
  void meetHypergene() {
    vakt = caller("tl_demo_vakt");
    lars = caller("tl_demo_lars");
    sara = caller("tl_demo_sara");
  }

  @Test
  void shouldLeadFromAnAlertToTheSignedReport() throws Exception {
    clock.forward(Duration.between(clock.instant(), atNight().toInstant()));
    String fingerprint = UUID.randomUUID().toString();
    String number = alerted("firing", fingerprint).path(0).path("ticket").asString();

    assertThat(task(number, "Take charge").groups()).containsExactly("hypergene-incident-managers");
    Tasklist.Task restore = task(number, RESTORE);
    assertThat(restore.groups()).containsExactlyInAnyOrderElementsOf(TEAM);
    mailed("maja@hypergene.example", number, "Incident");
    mailed("maja@pager.example", number);

    clock.forward(Duration.ofMinutes(6).plusSeconds(1));
    mailed("lars@pager.example", number);
    Tasklist.Task deputy = takeChargeOf(number, "hypergene-deputies");
    inTasklist("lars", number, deputy, Map.of("What do you do?", "I take charge"));
    assertThat(entry(number, "callout-answered").path("by").path("id").asString())
        .isEqualTo("lars");
    noTask(number, "Take charge");

    restore = anotherTask(number, RESTORE, restore.id());
    inTasklist("lars", number, restore, done("Called in the team"));
    entry(number, "team-called");
    recorded(lars, number, "informed-inside", Map.of("text", "The database is full"));
    recorded(lars, number, "informed", Map.of("text", "Nobody can log in; we work on it"));
    mailed("status@hypergene-cloud.example", number, "How the incident stands");
    restore = anotherTask(number, RESTORE, restore.id());
    inTasklist("sara", number, restore, done("Restored operation"));
    alerted("resolved", fingerprint);
    assertThat(entries(number, "alert-cleared")).hasSize(1);

    task(number, "Follow up and analyse");
    recorded(
        lars,
        number,
        "followed-up",
        Map.of("text", "The disk was full", "prevention", "Warn at 80 percent"));
    inTasklist("lars", number, "Sign the report", done("Sign the incident report"));
    Map<String, String> closing = new LinkedHashMap<>();
    closing.put("What is to be done?", "Close the ticket");
    closing.put("Ground for closing", "The report is signed");
    assertThat(task(number, "Close the ticket").groups())
        .contains("hypergene-deputies", "hypergene-incident-managers");
    inTasklist("lars", number, "Close the ticket", closing);

    assertThat(entry(number, "closed").path("by").path("id").asString()).isEqualTo("lars");
    assertThat(judgement(number).path("status").asString()).isEqualTo("closed");
    assertThat(report(sara, number, ""))
        .contains("# " + number + ": Nobody answers", "The database is full")
        .contains("Undertecknad av Lars Ek")
        .contains("Warn at 80 percent")
        .doesNotContain("Stängd |");
    assertThat(report(sara, number, "?for=customer&language=en"))
        .contains("Nobody can log in", "Signed by Lars Ek")
        .doesNotContain("The database is full", "alertname", "Warn at 80 percent");
  }

  private JsonNode alerted(String status, String fingerprint) {
    Caller.Reply reply =
        vakt.post(
            "/api/v1/alerts?agreement=hypergene-operations",
            "unused",
            Caller.write(
                Map.of(
                    "groupKey",
                    fingerprint,
                    "alerts",
                    List.of(
                        Map.of(
                            "status",
                            status,
                            "startsAt",
                            "2026-03-03T02:00:00Z",
                            "fingerprint",
                            fingerprint,
                            "annotations",
                            Map.of("summary", "Nobody answers"),
                            "labels",
                            Map.of(
                                "severity", "critical",
                                "service", "hypergene-cloud",
                                "source", "platform"))))));
    assertThat(reply.status()).as(reply.body().toString()).isEqualTo(200);
    return reply.body();
  }

  private static String report(Caller reader, String number, String query) throws Exception {
    HttpResponse<String> answer =
        HttpClient.newHttpClient()
            .send(
                reader.request("/api/v1/tickets/" + number + "/report" + query).GET().build(),
                HttpResponse.BodyHandlers.ofString());
    assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/markdown");
    return answer.body();
  }

  private ZonedDateTime atNight() {
    ZonedDateTime now = clock.instant().atZone(SWEDEN);
    return now.toLocalDate().plusDays(1).atTime(THREE).atZone(SWEDEN);
  }

  @Override
  JsonNode judgement(String number) {
    return sara.get("/api/v1/tickets/" + number + "/judgement").body();
  }

  @Override
  List<JsonNode> entries(String number, String kind) {
    return entries(sara, number, kind);
  }

  private static Map<String, String> done(String what) {
    return Map.of("What was done?", what);
  }
}
