package io.tierline.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** J6: whatever is wrong with a request is said precisely, and nothing is half done. */
class J6BadInputIT extends Journey {

  @Test
  void shouldNameWhatIsWrongWithMalformedJson() {
    problem(rosa.post("/api/v1/tickets", key(), "{\"agreement\": \"demo\", "), 400, "JSON");
    problem(rosa.post("/api/v1/tickets", key(), "[]"), 400, "");
    problem(
        rosa.post("/api/v1/tickets", key(), "{\"agreement\":\"demo\",\"oops\":1}"), 400, "oops");
  }

  @Test
  void shouldRefuseAnUnknownKindAndNameTheKnownOnes() {
    String number = open();
    problem(rosa.record(number, "levitated", Map.of()), 422, "levitated");
    assertThat(entries(number, "levitated")).isEmpty();
  }

  @Test
  void shouldNameRuleAndClauseOfWhatIsNotAllowed() {
    String number = open();
    JsonNode role = problem(rosa.record(number, "fix-delivered", Map.of()), 403, "");
    assertThat(role.path("rule").asString()).contains("permission");
    assertThat(role.path("clauses").toString()).contains("SA-");
    problem(lena.record(number, "reopened", Map.of()), 403, "");
    JsonNode state = problem(rosa.record(number, "fix-accepted", Map.of()), 409, "");
    assertThat(state.path("rule").asString()).contains("permission");
    Caller.Reply customer = caller("tl_demo_clara").open(ticket());
    assertThat(problem(customer, 403, "").path("clauses").toString()).contains("SA-008");
  }

  @Test
  void shouldHideATicketFromAnotherReseller() {
    String number = open();
    problem(bruno.get("/api/v1/tickets/" + number), 404, number);
    problem(bruno.get("/api/v1/tickets/" + number + "/timeline"), 404, number);
    problem(bruno.record(number, "closed", Map.of("ground", "withdrawn")), 404, number);
    problem(bruno.get("/api/v1/tickets/T-999999"), 404, "T-999999");
    assertThat(entries(number, "closed")).isEmpty();
  }

  @Test
  void shouldAnswerTheSameRequestOnceAndAnotherBodyNever() {
    String key = key();
    Caller.Reply first = rosa.post("/api/v1/tickets", key, Caller.write(ticket()));
    Caller.Reply again = rosa.post("/api/v1/tickets", key, Caller.write(ticket()));
    assertThat(first.status()).isEqualTo(201);
    assertThat(again.body().path("number")).isEqualTo(first.body().path("number"));
    Map<String, Object> other = Handover.ticket("mina-alta", Handover.without("logs"));
    problem(rosa.post("/api/v1/tickets", key, Caller.write(other)), 422, "idempotency key");
  }

  @Test
  void shouldDemandAnIdempotencyKey() {
    HttpRequest.Builder bare =
        rosa.request("/api/v1/tickets")
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(Caller.write(ticket())));
    problem(rosa.send(bare), 400, "Idempotency-Key");
  }

  @Test
  void shouldLetOneOfTwoConflictingEntriesIn() throws Exception {
    String number = open();
    recorded(lena, number, "fix-delivered", Map.of());
    List<Integer> statuses =
        atOnce(
            () -> rosa.record(number, "fix-accepted", Map.of()).status(),
            () -> rosa.record(number, "fix-rejected", Map.of()).status());
    assertThat(statuses).containsExactlyInAnyOrder(201, 409);
    assertThat(entries(number, "fix-accepted").size() + entries(number, "fix-rejected").size())
        .isEqualTo(1);
  }

  @Test
  void shouldOpenOnceWhenTheSameRequestComesTwiceAtOnce() throws Exception {
    String key = key();
    String body = Caller.write(ticket());
    List<JsonNode> numbers =
        atOnce(
            () -> rosa.post("/api/v1/tickets", key, body).body().path("number"),
            () -> rosa.post("/api/v1/tickets", key, body).body().path("number"));
    assertThat(numbers.getFirst().isString()).isTrue();
    assertThat(numbers.getFirst()).isEqualTo(numbers.getLast());
  }

  @Test
  void shouldRefuseWhatIsTooLargeOrTooDeep() {
    problem(rosa.post("/api/v1/tickets", key(), "x".repeat(50 << 20)), 413, "");
    String bomb = "{\"agreement\":".repeat(20_000);
    problem(rosa.post("/api/v1/tickets", key(), bomb), 400, "");
  }

  @Test
  void shouldKeepTextInAnyScriptAsItCame() {
    String text = "Zażółć gęślą jaźń · 日本語 · العربية · 👩🏽‍🔧 · e\u0301";
    String number = open();
    recorded(lena, number, "replied", Map.of("text", text));
    assertThat(entry(number, "replied").path("data").path("text").asString()).isEqualTo(text);
    problem(lena.record(number, "replied", Map.of("text", "a\u0000b")), 422, "U+0000");
  }

  @Test
  void shouldAnswerWithAProblemWhateverIsAskedFor() {
    problem(rosa.get("/nowhere"), 404, "");
    problem(caller("tl_wrong").get("/api/v1/tickets"), 401, "");
    problem(rosa.send(rosa.request("/api/v1/tickets").DELETE()), 405, "");
    HttpRequest.Builder xml =
        rosa.request("/api/v1/tickets")
            .header("Content-Type", "application/xml")
            .header("Idempotency-Key", key())
            .POST(HttpRequest.BodyPublishers.ofString("<a/>", StandardCharsets.UTF_8));
    problem(rosa.send(xml), 415, "");
  }

  private String open() {
    return opened(rosa, ticket()).number();
  }

  private static Map<String, Object> ticket() {
    return Handover.ticket("mina-alta", Handover.complete());
  }

  private static String key() {
    return UUID.randomUUID().toString();
  }

  private static JsonNode problem(Caller.Reply reply, int status, String word) {
    assertThat(reply.status()).as(reply.body().toString()).isEqualTo(status);
    assertThat(reply.contentType()).startsWith("application/problem+json");
    assertThat(reply.body().path("type").asString()).isNotBlank();
    assertThat(reply.body().path("detail").asString()).contains(word).isNotBlank();
    return reply.body();
  }

  @SafeVarargs
  private static <T> List<T> atOnce(Callable<T>... calls) throws Exception {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<T> results = new java.util.ArrayList<>();
      for (Future<T> call : threads.invokeAll(List.of(calls))) {
        results.add(call.get());
      }
      return results;
    }
  }
}
