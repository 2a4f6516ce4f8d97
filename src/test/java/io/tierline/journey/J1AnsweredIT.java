package io.tierline.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** J1: the vendor answers in time, keeps the reseller up to date, and delivers. */
class J1AnsweredIT extends Journey {

  @Test
  void shouldCarryAHighBugFromOpeningToClosing() {
    JsonNode opened = opened(rosa, Handover.ticket("mina-alta", Handover.complete())).body();
    String number = opened.path("number").asString();
    Instant openedAt = clock.instant();
    assertThat(opened.path("severity").path("value").asString()).isEqualTo("HIGH");
    assertThat(opened.path("severity").path("why").path("clauses").toString()).contains("SA-072");
    JsonNode response = clock(opened, "response");
    assertThat(instant(response.path("dueAt")))
        .isEqualTo(instant(response.path("startedAt")).plus(Duration.ofHours(4)))
        .isBetween(
            openedAt.plus(Duration.ofHours(4)).minusSeconds(30),
            openedAt.plus(Duration.ofHours(4)));

    Tasklist.Task answer = task(number, "Answer the reseller");
    assertThat(answer.groups()).containsExactly("safr-l3");
    assertThat(answer.dueAt()).isEqualTo(instant(response.path("dueAt")));
    inTasklist(
        "lena", number, "Answer the reseller", Map.of("What was done?", "Took the ticket on"));
    JsonNode acknowledged = entry(number, "acknowledged");
    assertThat(acknowledged.path("by").path("id").asString()).isEqualTo("lena");
    JsonNode judged = judgement(number);
    assertThat(state(judged, "response")).isEqualTo("met");

    Instant firstUpdate = instant(clock(judged, "update").path("dueAt"));
    assertThat(firstUpdate).isEqualTo(instant(acknowledged.path("at")).plus(Duration.ofHours(24)));
    task(number, "Work on a solution");
    clock.forward(Duration.ofHours(20));
    JsonNode replied = recorded(lena, number, "replied", Map.of("text", "We found the cause."));
    assertThat(state(replied, "update")).isEqualTo("running");
    assertThat(instant(clock(replied, "update").path("dueAt")))
        .isAfter(firstUpdate.plus(Duration.ofHours(19)));
    dueIn(number, "Work on a solution", instant(clock(replied, "update").path("dueAt")));

    JsonNode bypassed =
        recorded(lena, number, "workaround-provided", Map.of("text", "Use two cameras."));
    assertThat(bypassed.path("severity").path("value").asString()).isEqualTo("LOW");
    assertThat(state(bypassed, "update")).isEqualTo("cancelled");

    recorded(lena, number, "fix-delivered", Map.of("text", "Version 3.1 carries the fix."));
    task(number, "Accept or reject the solution");
    recorded(rosa, number, "fix-accepted", Map.of());
    JsonNode closed = recorded(rosa, number, "closed", Map.of("ground", "resolved"));
    assertThat(closed.path("status").asString()).isEqualTo("closed");
    noTask(number, "Accept or reject the solution");

    eventsInOrder(number);
    mailed("rosa@andes.example", number, "Received");
    mailed("rosa@andes.example", number, "Reply");
    mailed("rosa@andes.example", number, "Workaround");
    mailed("rosa@andes.example", number, "Fix delivered");
  }

  private void dueIn(String number, String name, Instant due) {
    Awaitility.await("due date of " + name)
        .atMost(SOON)
        .until(() -> due.equals(task(number, name).dueAt()));
  }

  private void eventsInOrder(String number) {
    long last =
        rosa.get("/api/v1/tickets/" + number + "/timeline")
            .body()
            .path("entries")
            .valueStream()
            .mapToLong(entry -> entry.path("seq").asLong())
            .max()
            .orElseThrow();
    List<JsonNode> events =
        Awaitility.await("events of " + number)
            .atMost(SOON)
            .until(
                () -> topic().of(number),
                seen -> seen.stream().anyMatch(e -> e.path("seq").asLong() == last));
    List<String> once = events.stream().map(e -> e.path("id").asString()).distinct().toList();
    assertThat(once)
        .containsExactlyElementsOf(
            LongStream.rangeClosed(1, last).mapToObj(seq -> number + "/" + seq).toList());
  }
}
