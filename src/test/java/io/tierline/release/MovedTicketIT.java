package io.tierline.release;

import static org.assertj.core.api.Assertions.assertThat;

import io.tierline.Clauses;
import io.tierline.journey.Handover;
import io.tierline.stack.Kafka;
import io.tierline.stack.OnTheStack;
import io.tierline.stack.PostgreSql;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A ticket under way is moved to another version of its pack, over HTTP. */
@OnTheStack({PostgreSql.class, Kafka.class})
@Import(MovedTicketIT.Alone.class)
class MovedTicketIT {

  private static final Pattern HIGH_RESPONSE =
      Pattern.compile(
          "(\"response\"</text>.{0,200}?\"HIGH\"</text>.{0,200}?<outputEntry[^>]*>\\s*)"
              + "<text>\\d+</text>",
          Pattern.DOTALL);

  @LocalServerPort int port;
  @Autowired JdbcClient jdbc;

  private Sender olga;
  private Sender rosa;
  private Sender lena;

  /** A server for itself: its packs change. */
  @TestConfiguration(proxyBeanMethods = false)
  static class Alone {}

  @BeforeEach
  void people() {
    olga = as("olga");
    rosa = as("rosa");
    lena = as("lena");
  }

  @Test
  @Clauses("SA-004")
  void shouldJudgeByTheNewVersionFromThenOnAndKeepTheJudgementBefore() {
    uploaded(hours(Form.safr(version("four-hours")), 4));
    String ticket = opened();
    String former = rosa.get("/api/v1/tickets/" + ticket).text("/version");
    String known =
        rosa.get("/api/v1/tickets/" + ticket + "/timeline").text("/entries/0/recordedAt");
    String version = uploaded(hours(Form.safr(version("two-hours")), 2));

    var moved = move(olga, ticket, Map.of("version", version, "reason", "A mistake in the table"));

    assertThat(moved.status()).as(moved.raw().body()).isEqualTo(201);
    assertThat(moved.text("/judgement/by/version")).isEqualTo(version);
    assertThat(budget(ticket, "")).isEqualTo(Duration.ofHours(2));
    assertThat(rosa.get("/api/v1/tickets/" + ticket).text("/version")).isEqualTo(version);
    assertThat(budget(ticket, "?known=" + known)).isEqualTo(Duration.ofHours(4));
    assertThat(judgement(ticket, "?known=" + known).text("/by/version")).isEqualTo(former);
    var replied = record(lena, ticket, "replied", Map.of("text", "We are on it."));
    assertThat(replied.status()).as(replied.raw().body()).isEqualTo(201);
    assertThat(replied.text("/judgement/by/version")).isEqualTo(version);
  }

  @Test
  void shouldPutOnRecordWhatTheFormerVersionHadPromised() {
    uploaded(hours(Form.safr(version("four-hours")), 4));
    String ticket = opened();
    String former = rosa.get("/api/v1/tickets/" + ticket).text("/version");
    String version = uploaded(hours(Form.safr(version("promises")), 3));
    move(olga, ticket, Map.of("version", version, "reason", "A mistake in the table"));

    var entry = rosa.get("/api/v1/tickets/" + ticket + "/timeline").body().at("/entries/1");

    assertThat(entry.path("kind").asString()).isEqualTo("policy-changed");
    assertThat(entry.at("/by/role").asString()).isEqualTo("system");
    assertThat(entry.at("/by/id").asString()).isEqualTo("olga");
    assertThat(entry.at("/data/reason").asString()).isEqualTo("A mistake in the table");
    assertThat(entry.at("/data/policy/version").asString()).isEqualTo(version);
    assertThat(entry.at("/data/promised/0/clock").asString()).isEqualTo("response");
    assertThat(entry.at("/data/promised/0/amount").asInt()).isEqualTo(4);
    assertThat(entry.at("/data/promised/0/pack").asString()).isEqualTo("safr@" + former);
  }

  @Test
  void shouldRefuseAVersionThatATicketCannotBeMovedTo() {
    String before = rosa.get("/api/v1/tickets/" + opened()).text("/version");
    String version = uploaded(hours(Form.safr(version("later")), 2));
    String ticket = opened();

    assertRefused(move(olga, ticket, of("no-such")), 422, "that was taken, but 'no-such' was not");
    assertRefused(move(olga, ticket, of(version)), 409, "but the ticket follows it already");
    assertRefused(move(olga, ticket, of(before)), 409, "was taken before it");
    assertRefused(
        move(olga, ticket, with(version, "pack", "nobodys")), 422, "but 'nobodys' is none");
    assertRefused(move(olga, ticket, Map.of("version", version)), 422, "Expected 'reason'");
    assertRefused(move(olga, ticket, with(version, "promised", "4")), 422, "but found [promised]");
    assertRefused(move(olga, "T-999999", of(version)), 404, "T-999999");
    assertRefused(move(lena, ticket, of(before)), 422, "Expected a kind of");
    assertRefused(record(olga, ticket, "replied", Map.of("text", "Hi")), 403, "'operator'");
  }

  @Test
  void shouldLetTheVendorsPeopleMoveATicketIfItsPackPermitsIt() {
    uploaded(permitting(Form.safr(version("permits"))));
    String ticket = opened();
    String version = uploaded(hours(permitting(Form.safr(version("permits-too"))), 2));

    assertThat(move(rosa, ticket, of(version)).status()).isEqualTo(403);
    var moved = move(lena, ticket, of(version));

    assertThat(moved.status()).as(moved.raw().body()).isEqualTo(201);
    assertThat(moved.text("/judgement/by/version")).isEqualTo(version);
  }

  @Test
  void shouldMoveATicketToAnotherPackOfItsVendor() {
    jdbc.sql("insert into agreement values ('other', 'edition', 'boreal', 'realnetworks', '{}')")
        .update();
    Form other = hours(Form.safr(version("other")), 1);
    String version =
        uploaded(
            other.edit("policy.yaml", text -> text.replace("pack: safr\n", "pack: edition\n")));
    String ticket = opened();

    var moved = move(olga, ticket, with(version, "pack", "edition"));

    assertThat(moved.status()).as(moved.raw().body()).isEqualTo(201);
    assertThat(judgement(ticket, "").text("/by/pack")).isEqualTo("edition");
    assertThat(rosa.get("/api/v1/tickets/" + ticket).text("/pack")).isEqualTo("edition");
    assertThat(budget(ticket, "")).isEqualTo(Duration.ofHours(1));
    assertThat(record(lena, ticket, "replied", Map.of("text", "Hello")).status()).isEqualTo(201);
  }

  private static Map<String, Object> of(String version) {
    return Map.of("version", version, "reason", "Agreed with the customer");
  }

  @Test
  @Clauses("HY-002")
  void shouldBringWhatTheContractSaysToTheOtherVersionAndKeepTheCalendarsOnRecord() {
    uploaded(Form.safr(version("plain")));
    String ticket = opened();
    String update = "/api/v1/tickets/" + ticket + "/clocks/fix-notice";
    String due = lena.get(update).text("/dueAt");
    String version = uploaded(contract(Form.safr(version("contract"))));

    var moved = move(olga, ticket, of(version));

    assertThat(moved.status()).as(moved.raw().body()).isEqualTo(201);
    assertThat(budget(ticket, "")).isEqualTo(Duration.ofHours(3));
    assertThat(lena.get(update).text("/state")).isEqualTo("running");
    assertThat(lena.get(update).text("/dueAt")).isEqualTo(due);
  }

  @Test
  void shouldRefuseAMoveThatWouldLoseAPromise() {
    uploaded(Form.safr(version("plain")));
    String ticket = opened();
    Form others = contract(Form.safr(version("others")));
    String without =
        uploaded(others.edit("policy.yaml", text -> text.replace("  demo:\n", "  demo-new:\n")));

    assertRefused(move(olga, ticket, of(without)), 409, "times.response.HIGH");
    assertThat(budget(ticket, "")).isEqualTo(Duration.ofHours(4));
  }

  /** The first response's time is the contract's, and the contract has a calendar more. */
  private static Form contract(Form form) {
    return form.edit(
            "timers.dmn",
            text ->
                Pattern.compile(
                        "(\"HIGH\"</text>.{0,300}?<text>)\"hours\"(</text>)", Pattern.DOTALL)
                    .matcher(text)
                    .replaceFirst("$1\"contract\"$2")
                    .replace(
                        "\"none\"</text>\n        </outputValues>",
                        "\"none\", \"contract\"</text>\n        </outputValues>"))
        .edit(
            "policy.yaml",
            text ->
                text.replace(
                        "  contract: {from: agreement,",
                        "  night: {from: agreement}\n  contract: {from: agreement,")
                    .replace(
                        "    route: partner\n    calendars:\n",
                        "    route: partner\n"
                            + "    times: {response: {HIGH: {amount: 3, unit: hours, calendar: always}}}\n"
                            + "    calendars:\n"
                            + "      night: {zone: UTC, hours: always}\n"));
  }

  private static Map<String, Object> with(String version, String key, String value) {
    Map<String, Object> data = new HashMap<>(of(version));
    data.put(key, value);
    return data;
  }

  private static void assertRefused(Sender.Answer answer, int status, String reason) {
    assertThat(answer.status()).as(answer.raw().body()).isEqualTo(status);
    assertThat(answer.text("/detail")).startsWith("Expected").contains(reason);
  }

  private static Sender.Answer move(Sender sender, String ticket, Map<String, Object> data) {
    return record(sender, ticket, "policy-changed", data);
  }

  private static Sender.Answer record(
      Sender sender, String ticket, String kind, Map<String, Object> data) {
    return sender.post(
        "/api/v1/tickets/" + ticket + "/entries", Map.of("kind", kind, "data", data));
  }

  private Sender.Answer judgement(String ticket, String query) {
    return rosa.get("/api/v1/tickets/" + ticket + "/judgement" + query);
  }

  private Duration budget(String ticket, String query) {
    var response = judgement(ticket, query).body().at("/clocks/0");
    return Duration.between(
        Instant.parse(response.path("startedAt").asString()),
        Instant.parse(response.path("dueAt").asString()));
  }

  private String opened() {
    var answer = rosa.post("/api/v1/tickets", Handover.ticket("mina-alta", Handover.complete()));
    assertThat(answer.status()).as(answer.raw().body()).isEqualTo(201);
    return answer.text("/number");
  }

  private String uploaded(Form form) {
    var answer = olga.upload(form);
    assertThat(answer.status()).as(answer.raw().body()).isEqualTo(201);
    return answer.text("/version");
  }

  private static Form hours(Form form, int hours) {
    return form.edit(
        "timers.dmn",
        text -> HIGH_RESPONSE.matcher(text).replaceFirst("$1<text>" + hours + "</text>"));
  }

  /** Level 3 may move an open ticket of its own. */
  private static Form permitting(Form form) {
    return form.edit(
            "policy.yaml",
            text -> text.replace("  observed: {label", "  policy-changed: {}\n  observed: {label"))
        .edit(
            "permission.dmn",
            text ->
                text.replaceFirst(
                        "<text>\"opened\", \"escalated\"",
                        "<text>\"policy-changed\", \"opened\", \"escalated\"")
                    .replaceFirst(
                        "\"acknowledged\", \"replied\"</text>",
                        "\"acknowledged\", \"replied\", \"policy-changed\"</text>"));
  }

  private static String version(String name) {
    return name + "-" + System.nanoTime();
  }

  private Sender as(String person) {
    return new Sender("http://127.0.0.1:" + port, person);
  }
}
