package io.tierline.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import io.tierline.Clauses;
import io.tierline.stack.Kafka;
import io.tierline.stack.OnTheStack;
import io.tierline.stack.PostgreSql;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

@OnTheStack({PostgreSql.class, Kafka.class})
@Import(PlainPolicy.class)
class TicketRestIT {

  @LocalServerPort int port;
  @Autowired JdbcClient jdbc;
  @Autowired PlainPolicy.Ear ear;
  Rest rest;

  @BeforeEach
  void server() {
    rest = Rest.at(port);
  }

  static String opening(String more) {
    return """
    {"agreement":"demo","type":"bug","customer":"mina-alta","subject":"Dark cameras"%s}"""
        .formatted(more);
  }

  @Test
  void shouldOpenATicketAndSayHowItIsJudged() {
    var answer = rest.as("rosa").open(opening(",\"fields\":{\"steps\":\"Switch on\"}"));

    assertThat(answer.status()).isEqualTo(201);
    String number = answer.text("/number");
    assertThat(number).matches("T-\\d{6}");
    assertThat(answer.raw().headers().firstValue("Location")).hasValue("/api/v1/tickets/" + number);
    assertThat(answer.text("/severity/value")).isEqualTo("HIGH");
    assertThat(answer.text("/severity/why/clauses/0")).isEqualTo("PL-001");
    assertThat(answer.text("/clocks/0/name")).isEqualTo("response");
    assertThat(answer.text("/clocks/0/state")).isEqualTo("running");
    assertThat(answer.text("/judgement/by/version")).isEqualTo("2");
    assertThat(ear.of(number))
        .extracting(e -> e.entry().kind())
        .containsExactly("opened", "observed");
    assertThat(ear.of(number).getFirst().before()).isNull();
  }

  @Test
  @Clauses("AG-085")
  void shouldTellTheTimelineWithTextsInPlaceAndKeepThemOutOfTheFacts() {
    String number =
        rest.as("rosa").open(opening(",\"fields\":{\"steps\":\"先按開關 🔌\"}")).text("/number");

    var timeline = rest.as("lena").get("/api/v1/tickets/" + number + "/timeline");

    assertThat(timeline.text("/entries/0/by/name")).isEqualTo("Rosa Huamán");
    assertThat(timeline.text("/entries/0/data/subject")).isEqualTo("Dark cameras");
    assertThat(timeline.text("/entries/0/data/fields/steps")).isEqualTo("先按開關 🔌");
    assertThat(timeline.text("/entries/0/data/policy/version")).isEqualTo("2");
    assertThat(timeline.text("/entries/1/kind")).isEqualTo("observed");
    assertThat(timeline.text("/entries/1/data/terms/zone/name")).isEqualTo("UTC");
    for (String outside : List.of("rosa", "clara")) {
      var theirs = rest.as(outside).get("/api/v1/tickets/" + number + "/timeline");
      assertThat(theirs.text("/entries/0/data/subject")).isEqualTo("Dark cameras");
    }
    String facts =
        jdbc.sql("select string_agg(data::text, '') from entry where number = ?")
            .param(number)
            .query(String.class)
            .single();
    assertThat(facts).doesNotContain("Dark").doesNotContain("Rosa");
    String sent =
        jdbc.sql("select coalesce(string_agg(judgement::text, ''), '') from entry where number = ?")
            .param(number)
            .query(String.class)
            .single();
    assertThat(sent).doesNotContain("Dark");
  }

  @Test
  void shouldShowAnErasedTextAsNull() {
    String number = rest.as("rosa").open(opening("")).text("/number");
    jdbc.sql("update entry_text set text = null where number = ?").param(number).update();

    var timeline = rest.as("rosa").get("/api/v1/tickets/" + number + "/timeline");

    assertThat(timeline.body().at("/entries/0/data/subject").isNull()).isTrue();
    assertThat(timeline.body().at("/entries/0/by").has("name")).isFalse();
  }

  @Test
  void shouldRecordTheSameRequestOnceHoweverOftenItIsSent() throws Exception {
    String key = UUID.randomUUID().toString();
    Callable<Rest.Answer> send =
        () -> rest.as("rosa").post("/api/v1/tickets", key, opening(",\"channel\":\"mail\""));

    List<Future<Rest.Answer>> answers;
    try (var pool = Executors.newFixedThreadPool(8)) {
      answers = pool.invokeAll(java.util.Collections.nCopies(8, send));
    }

    var numbers = answers.stream().map(answer -> answer.resultNow().text("/number")).distinct();
    assertThat(numbers).hasSize(1);
    assertThat(answers.stream().filter(a -> !a.resultNow().body().at("/repeated").asBoolean()))
        .hasSize(1);
  }

  @Test
  void shouldRefuseTheSameKeyWithAnotherBody() {
    String key = UUID.randomUUID().toString();
    rest.as("rosa").post("/api/v1/tickets", key, opening(""));

    var again = rest.as("rosa").post("/api/v1/tickets", key, opening(",\"product\":\"x\""));

    assertProblem(again, 422, "urn:tierline:refused:idempotency-key");
  }

  @Test
  void shouldReplayWhatWasRecordedAlthoughARuleWouldNowRefuseIt() {
    String number = rest.as("rosa").open(opening("")).text("/number");
    String path = "/api/v1/tickets/" + number + "/entries";
    String key = UUID.randomUUID().toString();
    String closing = "{\"kind\":\"closed\",\"data\":{\"ground\":\"resolved\",\"note\":null}}";
    var first = rest.as("rosa").post(path, key, closing);

    var again = rest.as("rosa").post(path, key, closing);
    var other = rest.as("rosa").record(number, "{\"kind\":\"replied\"}");

    assertThat(first.status()).isEqualTo(201);
    assertThat(again.status()).isEqualTo(201);
    assertThat(again.text("/seq")).isEqualTo(first.text("/seq"));
    assertThat(again.body().at("/repeated").asBoolean()).isTrue();
    assertProblem(other, 409, "urn:tierline:refused:state");
    assertThat(other.text("/rule")).isEqualTo("plain#permission");
    assertThat(other.text("/clauses/0")).isEqualTo("PL-002");
  }

  @Test
  @Clauses("SA-003")
  void shouldHideFromOneResellerWhatIsAnothers() {
    String number = rest.as("rosa").open(opening("")).text("/number");

    for (String path : List.of("", "/timeline", "/judgement", "/clocks/response")) {
      var answer = rest.as("bruno").get("/api/v1/tickets/" + number + path);
      assertProblem(answer, 404, "urn:tierline:refused:ticket");
    }
    assertProblem(
        rest.as("bruno").record(number, "{\"kind\":\"replied\"}"),
        404,
        "urn:tierline:refused:ticket");
    assertProblem(rest.as("bruno").open(opening("")), 404, "urn:tierline:refused:agreement");
    assertProblem(
        rest.as("rosa").open(opening("").replace("mina-alta", "nord-bank")),
        422,
        "urn:tierline:refused:customer");
    assertProblem(
        rest.as("carlos").get("/api/v1/tickets/" + number), 404, "urn:tierline:refused:ticket");
    assertProblem(rest.as("olga").get("/api/v1/tickets"), 403, "urn:tierline:refused:role");
    assertThat(rest.as("clara").get("/api/v1/tickets/" + number).status()).isEqualTo(200);
  }

  @Test
  @Clauses("HY-019")
  void shouldShowACustomerEveryTicketOfItsOrganisationWhoeverOpenedIt() {
    String first = rest.as("rosa").open(opening("")).text("/number");
    String second = rest.as("rafa").open(opening("")).text("/number");
    String listed = "/api/v1/tickets?limit=200&after=T-" + before(first);

    assertThat(rest.as("clara").get(listed).body().at("/tickets").findValuesAsString("number"))
        .contains(first, second);
    assertThat(rest.as("clara").get("/api/v1/tickets/" + second + "/timeline").status())
        .isEqualTo(200);
    assertThat(rest.as("carlos").get(listed).body().at("/tickets").findValuesAsString("number"))
        .doesNotContain(first, second);
  }

  @Test
  @Clauses("SA-003")
  void shouldLeaveATicketWithItsPartiesWhenItsCustomerMovesToAnotherReseller() {
    String number = rest.as("rosa").open(opening("")).text("/number");
    String listed = "/api/v1/tickets?limit=1&after=T-" + before(number);
    jdbc.sql("update customer set reseller = 'boreal' where code = 'mina-alta'").update();
    try {
      for (String person : List.of("rosa", "lena", "clara")) {
        assertThat(rest.as(person).get("/api/v1/tickets/" + number).status()).isEqualTo(200);
        assertThat(rest.as(person).get(listed).text("/tickets/0/number")).isEqualTo(number);
      }
      assertThat(rest.as("lena").record(number, "{\"kind\":\"replied\"}").status()).isEqualTo(201);
      assertThat(rest.as("bruno").get("/api/v1/tickets/" + number).status()).isEqualTo(404);
    } finally {
      jdbc.sql("update customer set reseller = 'andes' where code = 'mina-alta'").update();
    }
  }

  @Test
  void shouldKeepTermsAndPackFilesFromWhoIsNoPartyToTheAgreement() {
    String number = rest.as("rosa").open(opening("")).text("/number");
    String version = rest.as("clara").get("/api/v1/policies/safr").text("/versions/0/version");
    String files = "/api/v1/policies/safr/versions/" + version + "/files";

    assertThat(entries("lena", number)).contains("observed");
    assertThat(entries("clara", number)).containsExactly("opened");
    assertThat(entries("rosa", number)).containsExactly("opened");
    assertThat(rest.as("clara").get(files).status()).isEqualTo(404);
    for (String party : List.of("rosa", "lena", "olga")) {
      assertThat(rest.as(party).get(files).body().propertyNames()).isNotEmpty();
    }
  }

  private static String before(String number) {
    return "%06d".formatted(Integer.parseInt(number.substring(2)) - 1);
  }

  @Test
  void shouldKeepTheVendorsNotesWithTheVendor() {
    String number = rest.as("rosa").open(opening("")).text("/number");
    rest.as("lena").record(number, "{\"kind\":\"internal-note\",\"data\":{\"text\":\"hm\"}}");

    assertThat(entries("lena", number)).contains("internal-note");
    assertThat(entries("rosa", number)).doesNotContain("internal-note");
  }

  @Test
  @Clauses("AG-083")
  void shouldListPageByPageOnlyWhatConcernsTheCaller() {
    String first = rest.as("rosa").open(opening("")).text("/number");
    String second = rest.as("rosa").open(opening("")).text("/number");
    String foreign =
        rest.as("bruno")
            .open(opening("").replace("demo", "demo-boreal").replace("mina-alta", "nord-bank"))
            .text("/number");

    var page = rest.as("rosa").get("/api/v1/tickets?status=open&limit=1&after=" + first);
    var theirs = rest.as("bruno").get("/api/v1/tickets?limit=200&after=" + first);
    var ours = rest.as("rosa").get("/api/v1/tickets?limit=200&after=" + first);

    assertThat(page.text("/tickets/0/number")).isEqualTo(second);
    assertThat(page.text("/tickets/0/subject")).isEqualTo("Dark cameras");
    assertThat(page.text("/next")).isEqualTo(second);
    assertThat(theirs.body().at("/tickets").findValuesAsString("number")).containsExactly(foreign);
    assertThat(ours.body().at("/tickets").findValuesAsString("number")).containsExactly(second);
    assertProblem(rest.as("rosa").get("/api/v1/tickets?limit=0"), 400, null);
    assertProblem(rest.as("rosa").get("/api/v1/tickets?status=odd"), 400, null);
    assertProblem(rest.as("rosa").get("/api/v1/tickets?after=x%00"), 400, null);
  }

  @Test
  void shouldRefuseOneOfTwoEntriesThatCannotBothBe() throws Exception {
    String number = rest.as("rosa").open(opening("")).text("/number");
    Callable<Rest.Answer> close = () -> rest.as("rosa").record(number, "{\"kind\":\"closed\"}");

    List<Future<Rest.Answer>> answers;
    try (var pool = Executors.newFixedThreadPool(2)) {
      answers = pool.invokeAll(List.of(close, close));
    }

    assertThat(answers.stream().map(answer -> answer.resultNow().status()))
        .containsExactlyInAnyOrder(201, 409);
  }

  @Test
  void shouldCountAReopeningAsANewGeneration() {
    String number = rest.as("rosa").open(opening("")).text("/number");
    rest.as("rosa").record(number, "{\"kind\":\"closed\"}");
    rest.as("rosa").record(number, "{\"kind\":\"reopened\"}");

    assertThat(rest.as("rosa").get("/api/v1/tickets/" + number).text("/generation")).isEqualTo("2");
  }

  @Test
  void shouldJudgeAtAnyInstantAndATimelineThatIsNotStored() {
    String number = rest.as("rosa").open(opening("")).text("/number");

    var later =
        rest.as("rosa").get("/api/v1/tickets/" + number + "/judgement?at=2100-01-01T00:00:00Z");
    var earlier =
        rest.as("rosa").get("/api/v1/tickets/" + number + "/judgement?known=2000-01-01T00:00:00Z");
    var pure =
        rest.as("olga")
            .post(
                "/api/v1/judgements",
                null,
                """
                {"pack":"safr","agreement":"demo","at":"2026-03-02T15:00:00Z","timeline":[
                  {"at":"2026-03-02T10:00:00Z","by":"reseller/L2","kind":"opened","data":{"type":"bug"}}]}
                """);

    assertThat(later.text("/clocks/0/state")).isEqualTo("breached");
    assertThat(earlier.text("/status")).isEqualTo("new");
    assertThat(pure.text("/clocks/0/state")).isEqualTo("breached");
    assertProblem(
        rest.as("rosa").get("/api/v1/tickets/" + number + "/judgement?at=yesterday"), 400, null);
    assertProblem(rest.as("rosa").get("/api/v1/tickets/" + number + "/clocks/tea"), 404, null);
    assertThat(
            rest.as("rosa").get("/api/v1/tickets/" + number + "/clocks/response").text("/why/row"))
        .isEqualTo("1");
  }

  @Test
  @Clauses("EF-034")
  void shouldKeepEntriesAsTheyWereRecorded() {
    String number = rest.as("rosa").open(opening("")).text("/number");

    assertThat(
            org.assertj.core.api.Assertions.catchThrowable(
                () -> jdbc.sql("delete from entry where number = ?").param(number).update()))
        .hasMessageContaining("as they were recorded");
  }

  private List<String> entries(String person, String number) {
    return rest.as(person)
        .get("/api/v1/tickets/" + number + "/timeline")
        .body()
        .at("/entries")
        .valueStream()
        .map(entry -> entry.path("kind").asString())
        .toList();
  }

  static void assertProblem(Rest.Answer answer, int status, String type) {
    assertThat(answer.status()).as(answer.raw().body()).isEqualTo(status);
    assertThat(answer.type()).startsWith("application/problem+json");
    assertThat(answer.text("/status")).isEqualTo(Integer.toString(status));
    assertThat(answer.detail()).startsWith("Expected ");
    assertThat(answer.text("/type")).startsWith("urn:tierline:refused:");
    if (type != null) {
      assertThat(answer.text("/type")).isEqualTo(type);
    }
  }
}
