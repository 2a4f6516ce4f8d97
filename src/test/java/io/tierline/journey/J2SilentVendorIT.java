package io.tierline.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** J2: nobody answers, and an incident manager is called. */
class J2SilentVendorIT extends Journey {

  @Test
  void shouldCallTheIncidentManagerWhoActsInTasklist() {
    String number = opened(rosa, Handover.ticket("mina-alta", Handover.complete())).number();
    task(number, "Answer the reseller");

    clock.forward(Duration.ofHours(4).plusSeconds(1));

    Tasklist.Task call = task(number, "Take charge");
    assertThat(call.groups()).containsExactly("safr-incident-managers");
    JsonNode judged = judgement(number);
    assertThat(state(judged, "response")).isEqualTo("breached");
    assertThat(judged.path("callouts").path(0).path("code").asString())
        .isEqualTo("response-overdue");
    assertThat(entries(number, "deadline-reached")).hasSize(1);
    assertThat(entries(number, "incident-declared")).hasSize(1);
    mailed("ivy@realnetworks.example", number, "Incident manager called");

    inTasklist("ivy", number, "Take charge", Map.of("What do you do?", "I take the case over"));

    JsonNode act = entry(number, "callout-answered");
    assertThat(act.path("by").path("role").asString()).isEqualTo("incident-manager");
    assertThat(act.path("by").path("id").asString()).isEqualTo("ivy");
    assertThat(act.path("data").path("action").asString()).isEqualTo("take-over");
    noTask(number, "Take charge");
    mailed("rosa@andes.example", number, "incident manager has taken charge");
  }

  @Test
  void shouldWithdrawTheTaskWhenTheIncidentManagerActsOverRest() {
    String number = opened(rosa, Handover.ticket("mina-alta", Handover.complete())).number();
    task(number, "Answer the reseller");
    clock.forward(Duration.ofHours(4).plusSeconds(1));
    task(number, "Take charge");

    recorded(
        ivy,
        number,
        "callout-answered",
        Map.of("callout", "response-overdue", "action", "assign-engineer"));

    noTask(number, "Take charge");
    assertThat(entries(number, "callout-answered")).hasSize(1);
  }

  @Test
  void shouldTakeTheCallBackWhenALateEntryShowsThatThePromiseWasKept() {
    String number = opened(rosa, Handover.ticket("mina-alta", Handover.complete())).number();
    task(number, "Answer the reseller");
    clock.forward(Duration.ofHours(4).plusSeconds(1));
    task(number, "Take charge");
    mailed("ivy@realnetworks.example", number, "Incident manager called");

    Caller.Reply late =
        lena.post(
            "/api/v1/tickets/" + number + "/entries",
            UUID.randomUUID().toString(),
            Caller.write(
                Map.of(
                    "kind", "replied",
                    "at", clock.instant().minus(Duration.ofHours(1)).toString(),
                    "data", Map.of("text", "By telephone", "reason", "Noted late"))));

    assertThat(late.status()).as(late.body().toString()).isEqualTo(201);
    assertThat(state(judgement(number), "response")).isEqualTo("met");
    assertThat(entries(number, "breach-withdrawn")).hasSize(1);
    noTask(number, "Take charge");
    mailed("ivy@realnetworks.example", number, "The promise was kept");
  }

  @Test
  void shouldRefuseSomebodyWhoIsNotInTheTasksGroup() {
    String number = opened(rosa, Handover.ticket("mina-alta", Handover.complete())).number();
    task(number, "Answer the reseller");
    clock.forward(Duration.ofHours(4).plusSeconds(1));
    Tasklist.Task first = task(number, "Take charge");

    inTasklist("lena", number, "Take charge", Map.of("What do you do?", "I take the case over"));

    Tasklist.Task again = anotherTask(number, "Take charge", first.id());
    assertThat(again.assignee()).isNull();
    assertThat(entries(number, "callout-answered")).isEmpty();
  }
}
