package io.tierline.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.tierline.Tierline;
import io.tierline.journey.Handover;
import io.tierline.stack.Kafka;
import io.tierline.stack.LocalStack;
import io.tierline.stack.OnTheStack;
import io.tierline.stack.PostgreSql;
import io.tierline.stack.StackInitializer;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Years are added to calendars and known dates changed, over HTTP, on the real database. */
@OnTheStack({PostgreSql.class, Kafka.class})
@Import(CalendarWorld.class)
class CalendarIT {
  private static final String SUPPLEMENTS = "/api/v1/calendars/supplements";
  private static final String CHANGES = "/api/v1/calendars/changes";
  private static final String HORIZON = "/api/v1/calendars/horizon";
  private static final Duration SECONDS = Duration.ofSeconds(60);

  @LocalServerPort int port;
  @Autowired LocalStack stack;
  @Autowired Environment environment;
  @Autowired CalendarWorld.Today today;
  @Autowired JdbcClient jdbc;
  @Autowired MeterRegistry meters;

  private Sender olga;

  @BeforeEach
  void meetTheOperator() {
    olga = as("olga");
  }

  @Test
  void shouldCompleteTheUnknownClocksOfTicketsThatKeepAnOldVersion() {
    String old = opened();
    Instant before = Instant.parse(as("lena").get(clock(old)).text("/at"));
    assertThat(as("lena").get(clock(old)).text("/state")).isEqualTo("unknown");
    assertThat(numbers(olga, HORIZON + "?within=P0D")).contains(old);
    assertThat(numbers(as("lena"), HORIZON)).contains(old);
    await().atMost(SECONDS).until(() -> meters.get("tierline.clocks.unknown").gauge().value() > 0);
    String version = "later-" + System.nanoTime();
    assertThat(olga.upload(Form.safr(version)).status()).isEqualTo(201);

    var answer = add(supplement("demo", "demo-next", 1, days()));

    assertThat(answer.status()).as(answer.raw().body()).isEqualTo(201);
    assertThat(answer.text("/from")).isEqualTo(today.date().plusDays(1).toString());
    await().atMost(SECONDS).until(() -> kinds(old).contains("calendar-extended"));
    assertThat(kinds(old)).filteredOn("deadline-reached"::equals).isEmpty();
    var told = as("lena").get("/api/v1/tickets/" + old + "/judgement");
    assertThat(told.text("/by/version")).isNotEqualTo(version);
    assertThat(told.text("/by/calendar")).isEqualTo("pack+demo-next");
    assertThat(as("lena").get(clock(old)).text("/state")).isEqualTo("running");
    assertThat(as("lena").get(clock(old)).text("/dueAt")).isNotEmpty();
    assertThat(as("lena").get(clock(old) + "?known=" + before + "&at=" + before).text("/state"))
        .as("as it was known before")
        .isEqualTo("unknown");
    assertThat(numbers(olga, HORIZON + "?within=P0D")).doesNotContain(old);
    assertThat(numbers(olga, HORIZON + "?within=P2Y")).contains(old);
    assertThat(
            jdbc.sql("select next_change_at is not null from ticket where number = ?")
                .param(old)
                .query(Boolean.class)
                .single())
        .isTrue();
    assertThat(add(supplement("demo", "demo-again", 1, days())).status()).isEqualTo(422);
    shouldHoldOnEveryInstance(old);
  }

  /**
   * How much a supplement adds: the other versions of the pack, under which others' tickets are
   * open, know a certain date as their last, and a supplement has to keep to one side of it.
   */
  private int days() {
    long left = ChronoUnit.DAYS.between(today.date(), LocalDate.of(2027, 12, 31));
    return (int) Math.min(30, Math.max(1, left / 2));
  }

  private void shouldHoldOnEveryInstance(String old) {
    try (ConfigurableApplicationContext other = another()) {
      int there = other.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
      Sender lena = new Sender("http://127.0.0.1:" + there, "lena");
      assertThat(lena.get("/api/v1/tickets/" + old + "/judgement").text("/by/calendar"))
          .isEqualTo("pack+demo-next");
      var third = add(supplement("demo", "demo-third", days() + 1, 2 * days()));
      assertThat(third.status())
          .as("the version in force knows it, but an open ticket ends there: " + third.raw().body())
          .isEqualTo(201);
      Map<String, Object> asked =
          Map.of("pack", "safr", "agreement", "demo", "timeline", List.of());
      await()
          .atMost(SECONDS)
          .until(
              () ->
                  lena.post("/api/v1/judgements", asked)
                      .text("/by/calendar")
                      .equals("pack+demo-next+demo-third"));
    }
  }

  @Test
  void shouldTakeASupplementOnceHoweverOftenItIsSent() throws Exception {
    String document = year("boreal-2028", "2028", "");
    List<Integer> statuses = together(Collections.nCopies(4, () -> add(document).status()));

    assertThat(statuses).containsExactlyInAnyOrder(201, 200, 200, 200);
    var other = add(year("boreal-2028", "2028", "closures: [\"2028-05-05\"]\n"));
    assertThat(other.status()).isEqualTo(409);
    assertThat(other.text("/type")).isEqualTo("urn:tierline:refused:supplement");
    assertThat(
            together(
                List.of(
                    () -> add(year("boreal-2029", "2029", "")).status(),
                    () ->
                        add(year("boreal-2029-b", "2029", "closures: [\"2029-05-05\"]\n"))
                            .status())))
        .as("a year is added once")
        .containsExactlyInAnyOrder(201, 422);
    var all = olga.get(SUPPLEMENTS + "?pack=safr").body();
    assertThat(all.valueStream().map(one -> one.path("version").asString()))
        .contains("boreal-2028")
        .doesNotHaveDuplicates();
    assertThat(all.get(0).path("by").asString()).isEqualTo("olga");
  }

  @Test
  void shouldRefuseWhatAddsNothingThatIsKnownToFollow() {
    assertThat(add("{}").status()).isEqualTo(422);
    assertThat(add("no: [").text("/faults/0/where")).startsWith("line");
    var gap = add(supplement("demo", "gap", 400, 500));
    assertThat(gap.status()).isEqualTo(422);
    assertThat(gap.text("/faults/0/where")).isEqualTo("from");
    assertThat(add(supplement("demo", "overlap", -3, 300)).text("/detail")).startsWith("Expected");
    assertThat(add(supplement("demo", "overlap", -3, 300)).status()).isEqualTo(422);
    assertThat(add(supplement("nobody", "v", 1, 300)).status()).isEqualTo(404);
    assertThat(add(supplement("demo", "v", 1, 300).replace("safr", "none")).status())
        .isEqualTo(404);
    assertThat(add(supplement("demo", "v", 1, 300).replace("contract", "nights")).text("/detail"))
        .contains("nights");
    assertThat(add(year("idle", "2030", "hours: {}\n")).status()).isEqualTo(422);
  }

  @Test
  void shouldBeForOperatorsOnly() {
    for (String person : List.of("rosa", "lena", "ivy", "clara")) {
      assertThat(send(as(person), supplement("demo", "mine", 1, 300)).status()).isEqualTo(403);
      assertThat(as(person).get(SUPPLEMENTS + "?pack=safr").status()).isEqualTo(403);
      assertThat(as(person).post(CHANGES, closing(Map.of("pack", "safr"))).status()).isEqualTo(403);
      assertThat(as(person).get(CHANGES + "/1").status()).isEqualTo(403);
    }
    assertThat(send(as(null), "{}").status()).isEqualTo(401);
    assertThat(as("rosa").get(HORIZON).status()).isEqualTo(403);
    assertThat(as("clara").get(HORIZON).status()).isEqualTo(403);
    assertThat(as("ivy").get(HORIZON).status()).isEqualTo(200);
    assertThat(olga.get(HORIZON + "?within=soon").status()).isEqualTo(400);
    assertThat(olga.get(HORIZON + "?within=P9999999D").status()).isEqualTo(400);
    assertThat(olga.get(HORIZON + "?limit=0").status()).isEqualTo(400);
    assertThat(olga.get(HORIZON + "?after=x").status()).isEqualTo(400);
  }

  @Test
  void shouldChangeAKnownDateOnOneTicket() {
    String number = opened();
    String key = UUID.randomUUID().toString();
    Map<String, Object> change = closing(Map.of("ticket", number));

    var answer = change(key, change);

    assertThat(answer.status()).as(answer.raw().body()).isEqualTo(201);
    assertThat(answer.body().path("seq").asInt()).isEqualTo(3);
    assertThat(change(key, change).body().path("repeated").asBoolean()).isTrue();
    assertThat(change(key, closing(Map.of("ticket", number, "source", "x"))).status())
        .isEqualTo(422);
    assertThat(kinds(number)).filteredOn("calendar-changed"::equals).hasSize(1);
    assertThat(
            as("rosa")
                .get("/api/v1/tickets/" + number + "/timeline")
                .text("/entries/1/data/closed/0"))
        .isEqualTo(today.date().toString());
    assertThat(olga.post(CHANGES, closing(Map.of("ticket", "T-999999"))).status()).isEqualTo(404);
    assertThat(olga.post(CHANGES, closing(Map.of())).status()).isEqualTo(422);
    Map<String, Object> far = new LinkedHashMap<>(change);
    far.put("closed", List.of("2099-01-01"));
    assertThat(olga.post(CHANGES, far).text("/detail")).contains("2099-01-01");
    Map<String, Object> empty = new LinkedHashMap<>(change);
    empty.put("closed", List.of());
    assertThat(olga.post(CHANGES, empty).status()).isEqualTo(422);
  }

  @Test
  void shouldChangeAKnownDateOnEveryOpenTicketOfAnAgreementOnce() {
    List<String> numbers = List.of(opened(), opened(), opened());
    String key = UUID.randomUUID().toString();
    Map<String, Object> change = closing(Map.of("pack", "safr", "agreement", "demo"));

    var answer = change(key, change);
    var again = change(key, change);

    assertThat(answer.status()).as(answer.raw().body()).isEqualTo(202);
    assertThat(again.text("/id")).isEqualTo(answer.text("/id"));
    String at = CHANGES + "/" + answer.body().path("id").asInt();
    assertThat(answer.raw().headers().firstValue("Location")).hasValue(at);
    await().atMost(SECONDS).until(() -> olga.get(at).body().path("done").asBoolean());
    assertThat(olga.get(at).body().path("recorded").asInt()).isGreaterThanOrEqualTo(3);
    for (String number : numbers) {
      assertThat(kinds(number)).filteredOn("calendar-changed"::equals).hasSize(1);
    }
    assertThat(olga.post(CHANGES, closing(Map.of("pack", "safr"))).text("/detail"))
        .as("whose calendar it is must be said")
        .contains("contract");
    assertThat(olga.post(CHANGES, closing(Map.of("pack", "safr", "agreement", "x"))).status())
        .isEqualTo(404);
  }

  @Test
  void shouldReportPageByPageWhatConcernsAVendor() {
    List<String> mine = List.of(opened(), opened(), opened());

    List<String> seen = new ArrayList<>();
    JsonNode page = olga.get(HORIZON + "?within=P5Y&limit=2").body();
    seen.addAll(tickets(page));
    while (!page.path("next").isNull() && page.has("next")) {
      page = olga.get(HORIZON + "?within=P5Y&limit=2&after=" + page.path("next").asString()).body();
      seen.addAll(tickets(page));
    }

    assertThat(seen).containsAll(mine);
    assertThat(seen.stream().distinct().toList()).hasSize(seen.stream().distinct().toList().size());
    assertThat(page.path("until").asString()).isNotEmpty();
  }

  @Test
  void shouldBeDocumented() {
    JsonNode paths = as(null).get("/v3/api-docs").body().path("paths");

    for (String path : List.of(SUPPLEMENTS, CHANGES, HORIZON)) {
      assertThat(paths.has(path)).as(path).isTrue();
    }
    assertThat(paths.path(SUPPLEMENTS).path("post").path("responses").propertyNames())
        .contains("200", "201", "403", "404", "409", "422");
  }

  private Sender as(String person) {
    return new Sender("http://127.0.0.1:" + port, person);
  }

  /** A ticket whose response is promised for the next day with open hours. */
  private String opened() {
    Map<String, Object> fields = new LinkedHashMap<>(Handover.complete());
    fields.put("impact", "essential-affected");
    var answer = as("rosa").post("/api/v1/tickets", Handover.ticket("mina-alta", fields));
    assertThat(answer.status()).as(answer.raw().body()).isEqualTo(201);
    return answer.text("/number");
  }

  private static String clock(String number) {
    return "/api/v1/tickets/" + number + "/clocks/response";
  }

  private List<String> kinds(String number) {
    return as("lena")
        .get("/api/v1/tickets/" + number + "/timeline")
        .body()
        .path("entries")
        .valueStream()
        .map(entry -> entry.path("kind").asString())
        .toList();
  }

  private List<String> numbers(Sender sender, String path) {
    List<String> numbers = new ArrayList<>();
    JsonNode page = sender.get(path).body();
    numbers.addAll(tickets(page));
    while (page.hasNonNull("next")) {
      page =
          sender
              .get(
                  path + (path.contains("?") ? "&" : "?") + "after=" + page.path("next").asString())
              .body();
      numbers.addAll(tickets(page));
    }
    return numbers;
  }

  private static List<String> tickets(JsonNode page) {
    return page.path("clocks").valueStream().map(one -> one.path("number").asString()).toList();
  }

  private Sender.Answer add(String document) {
    return send(olga, document);
  }

  private static Sender.Answer send(Sender sender, String document) {
    return sender.post(SUPPLEMENTS, "application/yaml", BodyPublishers.ofString(document));
  }

  private Sender.Answer change(String key, Map<String, Object> change) {
    return olga.send(
        olga.request(CHANGES)
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", key)
            .POST(
                BodyPublishers.ofString(
                    tools.jackson.databind.json.JsonMapper.shared().writeValueAsString(change))));
  }

  private Map<String, Object> closing(Map<String, Object> whose) {
    Map<String, Object> change = new LinkedHashMap<>(whose);
    change.put("calendar", "contract");
    change.put("closed", List.of(today.date().toString()));
    return change;
  }

  /** Dates after today, by how many days. */
  private String supplement(String agreement, String version, int first, int last) {
    return "pack: safr\nagreement: %s\ncalendar: contract\nversion: \"%s\"\nfrom: \"%s\"\nto: \"%s\"\n"
        .formatted(agreement, version, today.date().plusDays(first), today.date().plusDays(last));
  }

  private static String year(String version, String year, String more) {
    return "pack: safr\nagreement: demo-boreal\ncalendar: contract\nversion: \"%s\"\nfrom: \"%s-01-01\"\nto: \"%s-12-31\"\n%s"
        .formatted(version, year, year, more);
  }

  private static <T> List<T> together(List<Callable<T>> calls) throws Exception {
    try (var pool = Executors.newFixedThreadPool(calls.size())) {
      List<Future<T>> answers = pool.invokeAll(calls);
      return answers.stream().map(Future::resultNow).toList();
    }
  }

  /** A further server on the same database. */
  private ConfigurableApplicationContext another() {
    SpringApplication server = new SpringApplication(Tierline.class);
    server.addInitializers(
        new StackInitializer(stack),
        context ->
            TestPropertyValues.of(
                    "spring.datasource.url=" + environment.getProperty("spring.datasource.url"),
                    "tierline.topic=" + environment.getProperty("tierline.topic"),
                    "server.port=0",
                    "management.server.port=0")
                .applyTo((ConfigurableApplicationContext) context));
    return server.run();
  }
}
