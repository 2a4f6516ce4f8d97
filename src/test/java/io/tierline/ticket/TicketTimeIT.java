package io.tierline.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import io.tierline.stack.Kafka;
import io.tierline.stack.OnTheStack;
import io.tierline.stack.PostgreSql;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** How a ticket's time is told over HTTP, by the shipped pack. */
@OnTheStack({PostgreSql.class, Kafka.class})
class TicketTimeIT {

  private static final String PURE =
      """
      {"pack":"safr","agreement":"demo","at":"2026-03-02T15:00:00Z",%s"timeline":[
        {"at":"2026-03-02T10:00:00Z","by":"reseller/L2","kind":"opened","data":{"type":"bug"}}]}
      """;

  private static final String OPENING =
      """
      {"agreement":"demo","type":"bug","customer":"mina-alta","subject":"Dark cameras",
       "fields":{"category":"software-defect","impact":"service-down","hosting":"on-site",
         "cause":"product","reproduced":true,"explanation":"It ends.","businessImpact":"Gate.",
         "steps":"Start it.","screenshots":["a.png"],"logs":["a.log"],
         "configurations":["a.conf"],"contact":"Rosa"}}
      """;

  @LocalServerPort int port;
  Rest rest;

  @BeforeEach
  void server() {
    rest = Rest.at(port);
  }

  @Test
  void shouldExplainAClockToThoseOnTheTicket() {
    String clocks = "/api/v1/tickets/" + opened() + "/clocks/";

    var told = rest.as("rosa").get(clocks + "response");
    String at = told.text("/at");
    var again = rest.as("lena").get(clocks + "response?at=" + at);

    assertThat(told.status()).isEqualTo(200);
    assertThat(told.text("/name")).isEqualTo("response");
    assertThat(told.text("/why/clauses/0")).isEqualTo("SA-073");
    assertThat(told.text("/promises/0/severity")).isEqualTo("HIGH");
    assertThat(told.text("/startedBy/kind")).isEqualTo("opened");
    assertThat(told.text("/resolved/time")).isEqualTo("PT4H");
    assertThat(told.text("/texts/es")).startsWith("Primera respuesta (obligación: fabricante)");
    assertThat(told.text("/texts/en")).startsWith("First response (duty: vendor)");
    assertThat(again.raw().body()).isEqualTo(told.raw().body());
    TicketRestIT.assertProblem(rest.as("bruno").get(clocks + "response"), 404, null);
  }

  @Test
  void shouldNameTheClocksThereAre() {
    String clocks = "/api/v1/tickets/" + opened() + "/clocks/";

    var tea = rest.as("rosa").get(clocks + "tea");

    TicketRestIT.assertProblem(tea, 404, null);
    assertThat(tea.detail())
        .contains("[response, update, fix-notice, defect-registration, monthly-release]", "'tea'");
    TicketRestIT.assertProblem(rest.as("rosa").get(clocks + "update?round=9"), 404, null);
    assertThat(rest.as("rosa").get(clocks + "response?known=2000-01-01T00:00:00Z").text("/state"))
        .isEqualTo("pending");
  }

  @Test
  void shouldTellWhoseTimeItWasToThoseOnTheTicket() {
    String ticket = "/api/v1/tickets/" + opened();
    Instant from = Instant.parse(rest.as("rosa").get(ticket).text("/openedAt"));

    var time = rest.as("clara").get(ticket + "/time?at=" + from.plus(Duration.ofDays(9)));

    assertThat(time.status()).isEqualTo(200);
    assertThat(time.text("/turns/0/party")).isEqualTo("vendor");
    assertThat(sum(time.body().at("/shares"))).isEqualTo(Duration.parse(time.text("/whole")));
    TicketRestIT.assertProblem(rest.as("bruno").get(ticket + "/time"), 404, null);
  }

  @Test
  void shouldTellNoTimeAtAnInstantBeforeTheOpening() {
    String ticket = "/api/v1/tickets/" + opened();

    var time = rest.as("rosa").get(ticket + "/time?at=2020-01-01T00:00:00Z");

    assertThat(time.status()).isEqualTo(200);
    assertThat(time.body().has("from")).isFalse();
    assertThat(time.text("/to")).isEqualTo("2020-01-01T00:00:00Z");
    assertThat(sum(time.body().at("/shares"))).isEqualTo(Duration.ZERO);
    assertThat(time.body().at("/turns")).isEmpty();
  }

  @Test
  void shouldExplainATimelineThatIsNotStored() {
    var plain = rest.as("rosa").post("/api/v1/judgements", null, PURE.formatted(""));
    var told =
        rest.as("rosa")
            .post(
                "/api/v1/judgements",
                null,
                PURE.formatted("\"explain\":\"response\",\"whoseTime\":true,"));
    var tea =
        rest.as("rosa").post("/api/v1/judgements", null, PURE.formatted("\"explain\":\"tea\","));

    assertThat(plain.body().has("explanation")).isFalse();
    assertThat(plain.text("/status")).isEqualTo("open");
    assertThat(told.text("/status")).isEqualTo("open");
    assertThat(told.text("/explanation/name")).isEqualTo("response");
    assertThat(told.text("/explanation/state")).isEqualTo("pending");
    assertThat(told.text("/explanation/moves/0/effect")).isEqualTo("start");
    assertThat(told.text("/whoseTime/shares/reseller")).isEqualTo("PT5H");
    TicketRestIT.assertProblem(tea, 404, null);
  }

  @Test
  void shouldDescribeBothInTheApiDocument() {
    JsonNode paths = rest.get("/v3/api-docs").body().path("paths");

    assertThat(paths.has("/api/v1/tickets/{number}/time")).isTrue();
    assertThat(paths.has("/api/v1/tickets/{number}/clocks/{clock}")).isTrue();
  }

  private String opened() {
    return rest.as("rosa").open(OPENING).text("/number");
  }

  private static Duration sum(JsonNode shares) {
    List<Duration> all =
        shares.valueStream().map(share -> Duration.parse(share.asString())).toList();
    return all.stream().reduce(Duration.ZERO, Duration::plus);
  }
}
