package io.tierline.ticket;

import static io.tierline.ticket.TicketRestIT.assertProblem;
import static io.tierline.ticket.TicketRestIT.opening;
import static org.assertj.core.api.Assertions.assertThat;

import io.tierline.stack.Kafka;
import io.tierline.stack.OnTheStack;
import io.tierline.stack.PostgreSql;
import java.io.InputStream;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

@OnTheStack({PostgreSql.class, Kafka.class})
@TestPropertySource(properties = "tierline.max-entries=6")
@Import(PlainPolicy.class)
class HostileInputIT {

  @LocalServerPort int port;
  @Autowired JdbcClient jdbc;
  Rest rest;
  long before;

  @BeforeEach
  void count() {
    rest = Rest.at(port).as("rosa");
    before = tickets();
  }

  @AfterEach
  void shouldHaveLeftNothingHalfDone() {
    assertThat(
            jdbc.sql(
                    """
                    select count(*) from ticket t where last_seq <>
                      (select count(*) from entry e where e.number = t.number)
                    """)
                .query(Long.class)
                .single())
        .isZero();
  }

  private long tickets() {
    return jdbc.sql("select count(*) from ticket").query(Long.class).single();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"agreement\":\"demo\"                        | line 1",
        "[]                                             | a JSON object",
        "{\"agreement\":\"demo\",\"agreement\":\"demo\"}| Duplicate",
        "{\"agrement\":\"demo\"}                        | 'agrement'",
        "{\"agreement\":\"demo\"} x                     | line 1",
        "{\"fields\":7}                                 | fields",
        "{\"at\":\"yesterday\"}                         | 'yesterday'",
        "nothing                                        | line 1",
      })
  void shouldSayWhatIsWrongWithAnUnreadableBodyAndWhere(String body, String part) {
    var answer = rest.open(body);

    assertProblem(answer, 400, "urn:tierline:refused:bad-request");
    assertThat(answer.detail()).contains(part).doesNotContain("tools.jackson", "io.tierline");
    assertThat(tickets()).isEqualTo(before);
  }

  @Test
  void shouldRefuseABodyThatIsNested() {
    var answer =
        rest.open(
            opening(",\"fields\":{\"steps\":" + "[".repeat(200_000) + "]".repeat(200_000) + "}"));

    assertProblem(answer, 400, "urn:tierline:refused:bad-request");
    assertThat(answer.detail()).contains("nesting depth");
  }

  @Test
  void shouldRefuseFiftyMegabytesHoweverTheyCome() {
    byte[] much = new byte[50 << 20];
    java.util.Arrays.fill(much, (byte) ' ');

    var known = rest.post("/api/v1/tickets", "long-known", BodyPublishers.ofByteArray(much));
    var chunked =
        rest.post(
            "/api/v1/tickets",
            "long-chunked",
            BodyPublishers.ofInputStream(() -> new java.io.ByteArrayInputStream(much)));

    assertProblem(known, 413, "urn:tierline:refused:content-too-large");
    assertProblem(chunked, 413, "urn:tierline:refused:content-too-large");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ",\"description\":\"a\\u0000b\"",
        ",\"description\":\"half \\ud83d of a pair\"",
        ",\"fields\":{\"steps\\u0000\":1}",
        ",\"fields\":{\"n\":1e400}",
        ",\"fields\":{\"n\":123456789012345678901234567890}",
        ",\"channel\":\"\\u0000\"",
      })
  void shouldRefuseWhatCannotBeStored(String more) {
    var answer = rest.open(opening(more));

    assertProblem(answer, 422, "urn:tierline:refused:text");
    assertThat(tickets()).isEqualTo(before);
  }

  @Test
  void shouldRefuseATextThatIsTooLong() {
    var answer = rest.open(opening(",\"description\":\"" + "a".repeat(200_000) + "\""));

    assertProblem(answer, 422, "urn:tierline:refused:text");
    assertThat(answer.detail()).contains("at most 100000 characters in 'description'");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Не работает",
        "لا يعمل",
        "動かない",
        "नहीं चल रहा",
        "🧯🔥 e\u0301",
        "'; drop table entry;--"
      })
  void shouldTakeTextInAnyScript(String text) {
    String number = rest.open(opening("").replace("Dark cameras", text)).text("/number");

    assertThat(rest.get("/api/v1/tickets/" + number).text("/subject")).isEqualTo(text);
  }

  @Test
  void shouldDemandAnIdempotencyKey() {
    String number = rest.open(opening("")).text("/number");

    assertProblem(
        rest.post("/api/v1/tickets", null, opening("")),
        400,
        "urn:tierline:refused:idempotency-key");
    assertProblem(
        rest.post("/api/v1/tickets/" + number + "/entries", null, "{\"kind\":\"replied\"}"),
        400,
        "urn:tierline:refused:idempotency-key");
    assertProblem(
        rest.post("/api/v1/tickets", "k".repeat(201), opening("")),
        400,
        "urn:tierline:refused:idempotency-key");
  }

  @Test
  void shouldNameTheRuleThatRefusedAnUnknownKindOrARole() {
    String number = rest.open(opening("")).text("/number");

    assertProblem(rest.record(number, "{\"kind\":\"danced\"}"), 422, "urn:tierline:refused:data");
    assertProblem(rest.record(number, "{\"kind\":\"opened\"}"), 409, "urn:tierline:refused:state");
    assertProblem(rest.record(number, "{}"), 422, "urn:tierline:refused:data");
    assertProblem(rest.record(number, "{\"kind\":\"replied\",\"visibility\":\"none\"}"), 400, null);
    var role = Rest.at(port).as("clara").open(opening(""));
    assertProblem(role, 403, "urn:tierline:refused:role");
    assertThat(role.text("/clauses/0")).isEqualTo("PL-002");
  }

  @Test
  void shouldTakeOnlyAClosingOnATimelineThatIsTooLong() {
    String number = rest.open(opening("")).text("/number");
    for (int n = 0; n < 4; n++) {
      assertThat(rest.record(number, "{\"kind\":\"internal-note\"}").status()).isEqualTo(201);
    }

    var refused = rest.record(number, "{\"kind\":\"internal-note\"}");
    var closed = rest.record(number, "{\"kind\":\"closed\"}");

    assertProblem(refused, 409, "urn:tierline:refused:timeline-length");
    assertThat(refused.detail()).contains("fewer than 6 entries", number);
    assertThat(closed.status()).isEqualTo(201);
    assertProblem(
        rest.record(number, "{\"kind\":\"reopened\"}"),
        409,
        "urn:tierline:refused:timeline-length");
  }

  @Test
  void shouldAnswerEveryFailureAsAProblem() {
    assertProblem(Rest.at(port).get("/api/v1/tickets"), 401, "urn:tierline:refused:unauthorized");
    assertProblem(Rest.at(port).as("nobody").get("/api/v1/tickets"), 401, null);
    assertProblem(rest.get("/api/v1/nothing"), 404, "urn:tierline:refused:not-found");
    assertProblem(rest.get("/api/v1/tickets/x%00y"), 400, null);
    assertProblem(rest.get("/api/v1//tickets"), 400, null);
    assertProblem(rest.get("/api/v1/tickets;a=b"), 400, null);
    assertProblem(rest.send(rest.request("/api/v1/tickets").DELETE()), 405, null);
    assertProblem(
        rest.send(
            rest.request("/api/v1/tickets")
                .header("Idempotency-Key", "k")
                .header("Content-Type", "text/plain")
                .POST(BodyPublishers.ofString("hello"))),
        415,
        null);
    assertProblem(
        rest.send(rest.request("/api/v1/tickets").header("Accept", "image/png").GET()), 406, null);
    assertProblem(
        rest.post(
            "/api/v1/tickets", "bytes", BodyPublishers.ofByteArray(new byte[] {'"', -1, '"'})),
        400,
        null);
  }

  @Test
  void shouldAnswerARequestThatIsNoHttpAsAProblem() throws Exception {
    try (Socket socket = new Socket("127.0.0.1", port)) {
      socket
          .getOutputStream()
          .write("GET /api/v1/{x} HTTP/1.1\r\nHost: a\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      InputStream in = socket.getInputStream();
      String answer = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      assertThat(answer)
          .startsWith("HTTP/1.1 400")
          .contains("application/problem+json", "urn:")
          .doesNotContain("null");
    }
  }

  @Test
  void shouldDescribeItselfWithoutAKeyAndWithoutTheInternet() {
    Rest anybody = Rest.at(port);

    var document = anybody.get("/v3/api-docs");
    var page = anybody.get("/swagger-ui/index.html");
    var way = anybody.get("/docs");

    assertThat(document.body().at("/paths").propertyNames())
        .contains("/api/v1/tickets", "/api/v1/tickets/{number}/entries", "/api/v1/judgements");
    assertThat(document.text("/components/securitySchemes/key/scheme")).isEqualTo("bearer");
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.raw().body()).contains("swagger-ui").doesNotContain("http://", "https://");
    assertThat(way.raw().headers().firstValue("Location").orElse(""))
        .contains("/swagger-ui/index.html");
    assertThat(anybody.get("/swagger-ui/swagger-ui-bundle.js").status()).isEqualTo(200);
    assertThat(anybody.get("/v3/api-docs/swagger-config").body().toString())
        .doesNotContain("validator.swagger.io");
  }
}
