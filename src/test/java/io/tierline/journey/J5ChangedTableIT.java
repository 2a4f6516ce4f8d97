package io.tierline.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.tierline.Clauses;
import io.tierline.stack.MailCatcher;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;
import tools.jackson.databind.JsonNode;

/** J5: a changed table decides the next ticket, and none that is under way. */
class J5ChangedTableIT extends Journey {

  private static final Pattern HIGH_RESPONSE =
      Pattern.compile(
          "(<text>\"response\"</text>.{0,200}?<text>\"HIGH\"</text>.{0,200}?<outputEntry[^>]*>\\s*)"
              + "<text>4</text>",
          Pattern.DOTALL);

  /** Everybody of those who hold an agreement on the pack. */
  private static final List<String> RESELLERS =
      List.of("rafa@andes.example", "rosa@andes.example", "bruno@boreal.example");

  @Value("${tierline.packs}")
  Path packs;

  private String timers;
  private String policy;

  @BeforeEach
  void rememberThePack() throws IOException {
    timers = Files.readString(packs.resolve("dmn/safr/timers.dmn"));
    policy = Files.readString(packs.resolve("rules/safr/policy.yaml"));
  }

  @AfterEach
  void takeTheOldPromiseBackAsANewVersion() throws IOException {
    String version = "restored-" + System.nanoTime();
    save("dmn/safr/timers.dmn", text -> timers);
    save("rules/safr/policy.yaml", text -> versioned(policy, version));
    awaitActive(version);
  }

  @Test
  @Clauses({"SA-004", "SA-005"})
  void shouldFollowAChangedTableWithTheNextTicketOnly() throws IOException {
    String running = opened(rosa, Handover.ticket("mina-alta", Handover.complete())).number();
    assertThat(budget(judgement(running))).isEqualTo(Duration.ofHours(4));
    String version = "two-hours-" + System.nanoTime();

    save("dmn/safr/timers.dmn", J5ChangedTableIT::twoHours);
    save("rules/safr/policy.yaml", text -> versioned(text, version));
    Instant saved = Instant.now();
    awaitActive(version);
    assertThat(Duration.between(saved, Instant.now())).isLessThan(Duration.ofSeconds(5));

    JsonNode next = opened(rosa, Handover.ticket("mina-alta", Handover.complete())).body();
    assertThat(budget(next)).isEqualTo(Duration.ofHours(2));
    assertThat(clock(next, "response").path("pack").asString()).isEqualTo("safr@" + version);
    assertThat(budget(judgement(running))).isEqualTo(Duration.ofHours(4));
    tellsEveryResellerWhatChanged(version);
  }

  /** SA-005: resellers' people, each once, and nobody else. */
  private void tellsEveryResellerWhatChanged(String version) {
    for (String reseller : RESELLERS) {
      mailed(reseller, "Service levels: version " + version);
    }
    List<MailCatcher.Mail> news =
        mails.mails().stream().filter(mail -> mail.subject().contains(version)).toList();
    assertThat(news)
        .hasSameSizeAs(RESELLERS)
        .allSatisfy(
            mail ->
                assertThat(mail.text())
                    .contains("timers, row", "amount: 4", "amount: 2", "SA-073")
                    .contains("/versions/" + version + "/differences?with="));
  }

  @Test
  void shouldKeepTheOldPackWhenTheNewOneHasAHole() throws IOException {
    String version = "holed-" + System.nanoTime();
    save(
        "dmn/safr/timers.dmn", text -> text.replaceFirst("(?s)<rule id=\"[^\"]*\">.*?</rule>", ""));
    save("rules/safr/policy.yaml", text -> versioned(text, version));

    JsonNode refusal =
        Awaitility.await("refusal")
            .atMost(SOON)
            .until(
                () -> rosa.get("/api/v1/policies/safr").body(),
                pack -> pack.path("lastRefusal").toString().contains("no row for"));
    assertThat(refusal.toString()).contains("dmn/safr/timers.dmn");
    JsonNode next = opened(rosa, Handover.ticket("mina-alta", Handover.complete())).body();
    assertThat(budget(next)).isEqualTo(Duration.ofHours(4));
  }

  private static Duration budget(JsonNode judgement) {
    JsonNode response = clock(judgement, "response");
    return Duration.between(instant(response.path("startedAt")), instant(response.path("dueAt")));
  }

  private static String twoHours(String text) {
    Matcher row = HIGH_RESPONSE.matcher(text);
    assertThat(row.find()).isTrue();
    return row.replaceFirst("$1<text>2</text>");
  }

  private static String versioned(String policy, String version) {
    return policy.replaceFirst("(?m)^version:.*$", "version: \"" + version + "\"");
  }

  private void save(String file, UnaryOperator<String> edit) throws IOException {
    Path path = packs.resolve(file);
    Files.writeString(path, edit.apply(Files.readString(path)));
  }

  private void awaitActive(String version) {
    Awaitility.await("pack " + version)
        .atMost(SOON)
        .pollInterval(Duration.ofMillis(50))
        .until(
            () ->
                rosa.get("/api/v1/policies/safr")
                    .body()
                    .path("active")
                    .asString("")
                    .equals(version));
  }
}
