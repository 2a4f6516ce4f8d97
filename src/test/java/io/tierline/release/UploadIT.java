package io.tierline.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tierline.Tierline;
import io.tierline.journey.Handover;
import io.tierline.stack.Kafka;
import io.tierline.stack.LocalStack;
import io.tierline.stack.OnTheStack;
import io.tierline.stack.PostgreSql;
import io.tierline.stack.StackInitializer;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import tools.jackson.databind.JsonNode;

/** An operator uploads versions of the shipped pack, over HTTP. */
@OnTheStack({PostgreSql.class, Kafka.class})
@Import(UploadWorld.class)
class UploadIT {
  private static final String SAFR = Sender.POLICIES + "/safr";
  private static final String RULES = "rules/safr/bounced-handover.drl";
  private static final Duration SECONDS = Duration.ofSeconds(5);
  private static final Pattern HIGH_RESPONSE =
      Pattern.compile(
          "(\"response\"</text>.{0,200}?\"HIGH\"</text>.{0,200}?<outputEntry[^>]*>\\s*)"
              + "<text>\\d+</text>",
          Pattern.DOTALL);

  @LocalServerPort int port;
  @Autowired LocalStack stack;
  @Autowired Environment environment;
  @Autowired UploadWorld.Folder folder;
  @Autowired PackRows rows;

  private Sender olga;

  @BeforeEach
  void meetTheOperator() {
    olga = as("olga");
  }

  @Test
  void shouldTakeAVersionThatTheNextTicketFollowsAndNoOlderOne() {
    String old = opened(as("rosa"));
    Duration before = budget(as("rosa"), old);
    String version = version("one-hour");

    var answer = olga.upload(hours(Form.safr(version), 1));

    assertThat(answer.status()).as(answer.raw().body()).isEqualTo(201);
    assertThat(answer.raw().headers().firstValue("Location")).hasValue(SAFR);
    assertThat(answer.text("/pack")).isEqualTo("safr");
    assertThat(answer.text("/version")).isEqualTo(version);
    assertThat(answer.text("/active")).isEqualTo(version);
    assertThat(texts(answer.body().path("files")))
        .hasSize(8)
        .contains("rules/safr/policy.yaml", "dmn/safr/timers.dmn");
    assertThat(texts(answer.body().path("rules"))).containsExactly(RULES);
    assertThat(budget(as("rosa"), opened(as("rosa")))).isEqualTo(Duration.ofHours(1));
    assertThat(budget(as("rosa"), old)).isEqualTo(before).isNotEqualTo(Duration.ofHours(1));
  }

  @Test
  void shouldSayWhereAVersionCameFromToWhomItConcerns() {
    String version = version("told");
    olga.upload(Form.safr(version));

    var told = olga.get(SAFR);
    assertThat(told.text("/versions/0/version")).isEqualTo(version);
    assertThat(told.text("/versions/0/origin/way")).isEqualTo("upload");
    assertThat(told.text("/versions/0/origin/by")).isEqualTo("olga");
    assertThat(told.text("/versions/0/takenAt")).isNotEmpty();
    assertThat(as("lena").get(SAFR).text("/versions/0/origin/by")).isEqualTo("olga");
    assertThat(as("clara").get(SAFR).text("/versions/0/origin/way")).isEqualTo("upload");
    assertThat(as("clara").get(SAFR).text("/versions/0/origin/by")).isEmpty();
    int last = told.body().path("versions").size() - 1;
    assertThat(told.text("/versions/" + last + "/origin/way")).isEqualTo("folder");
    assertThat(olga.get(SAFR + "/versions/" + version + "/files").body().has(RULES)).isTrue();
  }

  @Test
  void shouldTellWhatAVersionDoesOtherwiseThanAnother() {
    String before = version("before");
    String after = version("after");
    olga.upload(Form.safr(before));
    olga.upload(hours(Form.safr(after), 7));
    String address = SAFR + "/versions/" + after + "/differences";

    var told = as("rosa").get(address + "?with=" + before);

    assertThat(told.status()).as(told.raw().body()).isEqualTo(200);
    assertThat(told.body().path("rows")).hasSize(1);
    assertThat(told.text("/rows/0/decision")).isEqualTo("timers");
    assertThat(told.text("/rows/0/here/then/amount")).isEqualTo("7");
    assertThat(told.body().path("values")).isEmpty();
    assertThat(olga.get(address + "?with=safr@" + before).body()).isEqualTo(told.body());
    assertThat(olga.get(address + "?with=nonsense").status()).isEqualTo(404);
    assertThat(olga.get(address + "?with=@").status()).isEqualTo(404);
    assertThat(olga.get(address + "?with=%00").status()).isEqualTo(404);
    assertThat(olga.get(address + "?with=safr@%00").status()).isEqualTo(404);
    assertThat(olga.get(address).status()).isEqualTo(400);
    assertThat(as("marek").get(address + "?with=" + before).status()).isEqualTo(404);
  }

  @Test
  void shouldTakeAnUploadOnceHoweverOftenItIsSent() throws Exception {
    String version = version("once");
    Callable<Sender.Answer> send = () -> olga.upload(Form.safr(version));

    List<Future<Sender.Answer>> answers;
    try (var pool = Executors.newFixedThreadPool(4)) {
      answers = pool.invokeAll(Collections.nCopies(4, send));
    }

    assertThat(answers.stream().map(answer -> answer.resultNow().status()))
        .containsExactlyInAnyOrder(201, 200, 200, 200);
    assertThat(answers.stream().map(answer -> answer.resultNow().body()).distinct()).hasSize(1);
    String later = version("later");
    assertThat(olga.upload(Form.safr(later)).status()).isEqualTo(201);
    var late = olga.upload(Form.safr(version));
    assertThat(late.status()).isEqualTo(200);
    assertThat(late.text("/active")).isEqualTo(later);
  }

  @Test
  void shouldTakeOneOfTwoDifferentUploadsOfAVersion() throws Exception {
    String version = version("either");
    Callable<Sender.Answer> one = () -> olga.upload(hours(Form.safr(version), 1));
    Callable<Sender.Answer> other = () -> olga.upload(hours(Form.safr(version), 2));

    List<Future<Sender.Answer>> answers;
    try (var pool = Executors.newFixedThreadPool(2)) {
      answers = pool.invokeAll(List.of(one, other));
    }

    assertThat(answers.stream().map(answer -> answer.resultNow().status()))
        .containsExactlyInAnyOrder(201, 409);
  }

  @Test
  void shouldRefuseOtherContentUnderAVersionThatWasTaken() {
    String version = version("fixed");
    olga.upload(Form.safr(version));

    var answer = olga.upload(hours(Form.safr(version), 7));

    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.text("/type")).isEqualTo("urn:tierline:refused:version");
    assertThat(answer.text("/detail")).contains(version, "[dmn/safr/timers.dmn]");
    assertThat(olga.get(SAFR).text("/active")).isEqualTo(version);
  }

  @Test
  void shouldNameEveryFaultAndKeepTheOldVersion() {
    String active = olga.get(SAFR).text("/active");
    Form holed =
        Form.safr(version("holed"))
            .edit("timers.dmn", text -> text.replaceFirst("(?s)<rule id=.*?</rule>", ""))
            .edit("severity.dmn", text -> text.replaceFirst("\"MEDIUM\"</text>", "4</text>"))
            .edit("policy.yaml", text -> text.replaceFirst("severity-change:", "severity-chance:"))
            .without("tier.dmn");

    var answer = olga.upload(holed);

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.text("/type")).isEqualTo("urn:tierline:refused:pack");
    assertThat(answer.text("/detail")).startsWith("Expected ");
    List<String> files =
        answer.body().path("faults").valueStream().map(f -> f.path("file").asString()).toList();
    assertThat(files)
        .contains(
            "dmn/safr/timers.dmn",
            "dmn/safr/severity.dmn",
            "rules/safr/policy.yaml",
            "dmn/safr/tier.dmn");
    assertThat(answer.raw().body()).contains("no row for", "severity-chance", "\"where\":\"row ");
    assertThat(olga.get(SAFR).text("/active")).isEqualTo(active);
    assertThat(olga.get(SAFR).body().has("lastRefusal")).isFalse();
  }

  @Test
  void shouldStartAPackThatNobodyKnowsWithoutRules() {
    Form form = Form.safr("1").edit("policy.yaml", text -> text.replace("pack: safr", "pack: own"));

    var answer = olga.upload(form);

    assertThat(answer.status()).as(answer.raw().body()).isEqualTo(201);
    assertThat(answer.body().path("rules")).isEmpty();
    assertThat(texts(answer.body().path("files"))).contains("dmn/own/timers.dmn");
    assertThat(olga.get(Sender.POLICIES + "/own/versions/1/files").body()).hasSize(8);
  }

  @Test
  void shouldKeepTheRulesOfTheFolderUntilTheFolderBringsOthers() throws IOException {
    String fromFolder = version("folder");
    String rule = Files.readString(folder.path().resolve(RULES));
    folder.write(RULES, rule.replace("returned three times", "returned thrice"));
    folder.write("rules/safr/policy.yaml", Form.policy(fromFolder));
    await().atMost(SECONDS.multipliedBy(12)).until(() -> active(olga).equals(fromFolder));

    String version = version("after");
    assertThat(olga.upload(Form.safr(version)).status()).isEqualTo(201);

    var files = olga.get(SAFR + "/versions/" + version + "/files").body();
    assertThat(files.path(RULES).asString()).contains("returned thrice");
    await().during(SECONDS.dividedBy(5)).until(() -> active(olga).equals(version));
  }

  @Test
  void shouldReachEveryInstanceAndNotYieldToTheOlderFolderOfOneThatStarts() throws IOException {
    String version = version("everywhere");
    olga.upload(hours(Form.safr(version), 3));

    try (ConfigurableApplicationContext other = another(UploadWorld.copy())) {
      int there = other.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
      Sender elsewhere = new Sender("http://127.0.0.1:" + there, "olga");
      assertThat(active(elsewhere)).isEqualTo(version);
      assertThat(elsewhere.get(SAFR).text("/lastRefusal/faults/0/reason"))
          .contains("which stays active");

      String next = version("next");
      assertThat(olga.upload(hours(Form.safr(next), 5)).text("/active")).isEqualTo(next);
      await().atMost(SECONDS).until(() -> active(elsewhere).equals(next));
      Sender rosa = new Sender(elsewhere.base(), "rosa");
      assertThat(budget(rosa, opened(rosa))).isEqualTo(Duration.ofHours(5));
    }
    assertThat(rows.newest("safr").orElseThrow()).startsWith("next");
  }

  @Test
  void shouldBeForOperatorsOnlyWhoAreOfNoSideOnATicket() {
    String active = active(olga);
    for (String person : List.of("rosa", "rafa", "lena", "ivy", "clara")) {
      var answer = as(person).upload(Form.safr(version("mine")));
      assertThat(answer.status()).isEqualTo(403);
      assertThat(answer.text("/detail")).startsWith("Expected an operator's key, but your role is");
    }
    assertThat(as(null).upload(Form.safr("mine")).status()).isEqualTo(401);
    assertThat(as("nobody").upload(Form.safr("mine")).status()).isEqualTo(401);
    assertThat(active(olga)).isEqualTo(active);
    var ticket = olga.post("/api/v1/tickets", Handover.ticket("mina-alta", Handover.complete()));
    assertThat(ticket.status()).isEqualTo(403);
    assertThat(olga.get("/api/v1/tickets").status()).isEqualTo(403);
    assertThat(olga.get("/api/v1/incidents").status()).isEqualTo(403);
  }

  @Test
  void shouldBeDocumented() {
    JsonNode call = as(null).get("/v3/api-docs").body().at("/paths/~1api~1v1~1policies/post");

    assertThat(call.at("/requestBody/content").propertyNames())
        .containsExactly("multipart/form-data");
    assertThat(call.path("responses").propertyNames())
        .contains("200", "201", "400", "403", "409", "413", "415", "422");
    assertThat(call.toString()).contains("schemas/PackForm").doesNotContain("\"request\"");
  }

  private Sender as(String person) {
    return new Sender("http://127.0.0.1:" + port, person);
  }

  private static String active(Sender sender) {
    return sender.get(SAFR).text("/active");
  }

  private static String version(String name) {
    return name + "-" + System.nanoTime();
  }

  private static Form hours(Form form, int hours) {
    return form.edit(
        "timers.dmn",
        text -> HIGH_RESPONSE.matcher(text).replaceFirst("$1<text>" + hours + "</text>"));
  }

  private static String opened(Sender rosa) {
    var answer = rosa.post("/api/v1/tickets", Handover.ticket("mina-alta", Handover.complete()));
    assertThat(answer.status()).as(answer.raw().body()).isEqualTo(201);
    return answer.text("/number");
  }

  private static Duration budget(Sender sender, String ticket) {
    var clock = sender.get("/api/v1/tickets/" + ticket + "/clocks/response");
    return Duration.between(
        Instant.parse(clock.text("/startedAt")), Instant.parse(clock.text("/dueAt")));
  }

  private static List<String> texts(JsonNode array) {
    return array.valueStream().map(JsonNode::asString).toList();
  }

  /** A further server on the same database, with a folder of its own. */
  private ConfigurableApplicationContext another(UploadWorld.Folder own) {
    SpringApplication server = new SpringApplication(Tierline.class);
    server.addInitializers(
        new StackInitializer(stack),
        context ->
            TestPropertyValues.of(
                    "spring.datasource.url=" + environment.getProperty("spring.datasource.url"),
                    "tierline.topic=" + environment.getProperty("tierline.topic"),
                    "tierline.packs=" + own.path(),
                    "server.port=0",
                    "management.server.port=0")
                .applyTo((ConfigurableApplicationContext) context));
    return server.run();
  }
}
