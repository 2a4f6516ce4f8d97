package io.tierline.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.worker.JobWorker;
import io.camunda.zeebe.model.bpmn.Bpmn;
import io.tierline.account.Accounts;
import io.tierline.account.Person;
import io.tierline.policy.Proposal;
import io.tierline.stack.Engine;
import io.tierline.stack.Kafka;
import io.tierline.stack.MovableClock;
import io.tierline.stack.OnTheStack;
import io.tierline.stack.OpenSearch;
import io.tierline.stack.PostgreSql;
import io.tierline.ticket.Door;
import io.tierline.ticket.Opening;
import io.tierline.ticket.Outcome;
import io.tierline.ticket.Tickets;
import io.tierline.timeline.Actor;
import io.tierline.timeline.Entry;
import io.tierline.timeline.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** Tickets in the engine: who gets which task, what withdraws it, and what survives a loss. */
@OnTheStack({PostgreSql.class, Kafka.class, OpenSearch.class, Engine.class})
@TestPropertySource(
    properties = {
      "tierline.zeebe.form-patience=0s",
      "tierline.zeebe.start-patience=2s",
      "tierline.zeebe.reconcile=1s"
    })
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
@ExtendWith(OutputCaptureExtension.class)
class ProcessIT {

  private static final Duration SOON = Duration.ofSeconds(40);

  @Autowired Door door;
  @Autowired Tickets tickets;
  @Autowired Accounts accounts;
  @Autowired Judge judge;
  @Autowired Claims claims;
  @Autowired TransactionTemplate transactions;
  @Autowired CamundaClient zeebe;
  @Autowired ExportedRecords records;
  @Autowired JdbcClient jdbc;
  @Autowired Deployment deployment;
  @Autowired MovableClock clock;

  @BeforeEach
  void deployed() {
    await()
        .atMost(Duration.ofMinutes(2))
        .until(() -> deployment.health().getStatus().getCode().equals("UP"));
  }

  @Test
  void should_hand_a_complete_package_to_level_3_and_record_who_answered() {
    String ticket = open("rosa", complete());

    Task answer = task(ticket, "Task_AnswerReseller");
    assertThat(answer.groups()).containsExactly("safr-l3");
    assertThat(Instant.parse(answer.due())).isAfter(clock.instant());

    complete(answer, "lena", Map.of("act", "replied"));

    Entry replied = entry(ticket, "replied");
    assertThat(replied.by().code()).isEqualTo("agent/L3");
    assertThat(replied.by().id()).isEqualTo("lena");
    assertThat(task(ticket, "Task_WorkOnSolution").due()).isNotEqualTo(answer.due());
  }

  @Test
  void should_bring_the_task_back_with_the_reason_when_the_door_refuses() {
    String ticket = open("rosa", complete());
    Task answer = task(ticket, "Task_AnswerReseller");

    complete(answer, "rosa", Map.of("act", "replied"));

    Task again = task(ticket, "Task_AnswerReseller", answer.key());
    await() // variables are exported on their own, maybe after the task
        .atMost(SOON)
        .untilAsserted(
            () -> {
              assertThat(variable(again.instance(), "refused")).isEqualTo("true");
              assertThat(variable(again.instance(), "refusal")).contains("Expected");
            });
    assertThat(kinds(ticket)).doesNotContain("replied");
  }

  @Test
  void should_bring_the_task_back_when_somebody_completes_it_with_variables_of_another_shape() {
    String ticket = open("rosa", complete());
    Task answer = task(ticket, "Task_AnswerReseller");

    complete(answer, "bruno", Map.of("act", List.of("replied")));

    Task again = task(ticket, "Task_AnswerReseller", answer.key());
    complete(again, "lena", Map.of("act", "replied"));
    assertThat(entry(ticket, "replied").by().id()).isEqualTo("lena");
  }

  @Test
  void should_withdraw_the_task_when_the_act_arrives_another_way() {
    String ticket = open("rosa", complete());
    Task answer = task(ticket, "Task_AnswerReseller");

    record(ticket, "lena", "information-requested", Map.of("text", "Which firmware?"));

    Task provide = task(ticket, "Task_ProvideInformation");
    assertThat(provide.groups()).containsExactly("safr-l2");
    await().atMost(SOON).untilAsserted(() -> assertThat(state(answer)).isEqualTo("CANCELED"));
  }

  @Test
  void should_send_an_incomplete_package_back_once_for_each_try() {
    Map<String, Object> poor = complete();
    poor.remove("steps");
    poor.remove("logs");
    String ticket = open("rosa", poor);

    Task complete = task(ticket, "Task_CompletePackage");
    assertThat(complete.groups()).containsExactly("safr-l2");
    Entry returned = entry(ticket, "returned");
    assertThat(returned.by()).isEqualTo(Actor.system());
    assertThat(returned.data()).containsEntry("missing", List.of("steps", "logs"));

    record(ticket, "rosa", "escalated", Map.of("fields", Map.of("steps", "Connect, wait")));
    Task still = task(ticket, "Task_CompletePackage", complete.key());
    assertThat(kinds(ticket).stream().filter("returned"::equals)).hasSize(2);

    record(ticket, "rosa", "escalated", Map.of("fields", Map.of("logs", List.of("safr.log"))));
    assertThat(task(ticket, "Task_AnswerReseller", still.key()).groups())
        .containsExactly("safr-l3");
    assertThat(kinds(ticket).stream().filter("returned"::equals)).hasSize(2);
  }

  @Test
  void should_lead_a_solved_ticket_to_its_closing_and_end() {
    String ticket = open("rosa", complete());
    task(ticket, "Task_AnswerReseller");
    record(ticket, "lena", "fix-delivered", Map.of("text", "Use 3.2"));

    complete(task(ticket, "Task_AcceptOrReject"), "rosa", Map.of("act", "fix-accepted"));
    complete(
        task(ticket, "Task_CloseTicket"), "rosa", Map.of("act", "closed", "ground", "resolved"));

    assertThat(entry(ticket, "closed").data()).containsEntry("ground", "resolved");
    await()
        .atMost(SOON)
        .untilAsserted(
            () -> {
              assertThat(ended(ticket)).isTrue();
              assertThat(waiting(ticket)).isZero();
            });
  }

  @Test
  void should_start_a_cancelled_instance_again_where_the_timeline_stands() {
    String ticket = open("rosa", complete());
    Task before = task(ticket, "Task_AnswerReseller");
    record(ticket, "lena", "replied", Map.of("text", "We look at it"));
    Task working = task(ticket, "Task_WorkOnSolution", before.key());
    long lost = instance(ticket);

    zeebe.newCancelInstanceCommand(lost).send().join();

    Task again = task(ticket, "Task_WorkOnSolution", working.key());
    assertThat(again.instance()).isNotEqualTo(working.instance());
    assertThat(instance(ticket)).isNotEqualTo(lost);
  }

  @Test
  void should_let_one_of_two_instances_live() {
    String ticket = open("rosa", complete());
    task(ticket, "Task_AnswerReseller");
    long first = instance(ticket);

    for (int i = 0; i < 3; i++) {
      zeebe
          .newPublishMessageCommand()
          .messageName("ticket-start")
          .correlationKey(UUID.randomUUID().toString())
          .variables(Map.of("ticket", ticket, "generation", 1))
          .send()
          .join();
    }
    record(ticket, "lena", "replied", Map.of("text", "We look at it"));

    task(ticket, "Task_WorkOnSolution");
    assertThat(instance(ticket)).isEqualTo(first);
    assertThat(waiting(ticket)).isEqualTo(1);
  }

  @Test
  void should_call_the_incident_managers_when_nobody_answers() {
    String ticket = open("rosa", complete());
    task(ticket, "Task_AnswerReseller");

    clock.forward(Duration.ofHours(4).plusSeconds(1));

    Task charge = task(ticket, "Task_TakeCharge");
    assertThat(charge.groups()).containsExactly("safr-incident-managers");
    complete(charge, "ivy", Map.of("action", "assign-engineer"));
    Entry answered = entry(ticket, "callout-answered");
    assertThat(answered.by().id()).isEqualTo("ivy");
    assertThat(answered.data())
        .containsEntry("callout", "response-overdue")
        .containsEntry("action", "assign-engineer");
    assertThat(incident(ticket))
        .containsEntry("status", "answered")
        .containsEntry("answered_by", "ivy");
    assertThat(task(ticket, "Task_AnswerReseller").groups()).containsExactly("safr-l3");
  }

  @Test
  void should_withdraw_the_call_when_somebody_takes_charge_over_rest() {
    String ticket = open("rosa", complete());
    task(ticket, "Task_AnswerReseller");
    clock.forward(Duration.ofHours(4).plusSeconds(1));
    Task charge = task(ticket, "Task_TakeCharge");

    record(
        ticket,
        "ivy",
        "callout-answered",
        Map.of("callout", "response-overdue", "action", "take-over"));

    await().atMost(SOON).untilAsserted(() -> assertThat(state(charge)).isEqualTo("CANCELED"));
    assertThat(incident(ticket))
        .containsEntry("status", "answered")
        .containsEntry("action", "take-over");
  }

  @Test
  void should_let_a_completed_task_set_nothing_but_what_its_form_asks() {
    String ticket = open("rosa", complete());
    String foreign = open("rosa", complete());
    Task answer = task(ticket, "Task_AnswerReseller");

    complete(
        answer,
        "lena",
        Map.of("act", "replied", "ticket", foreign, "generation", 2, "taskKey", "1", "wake", "x"));

    assertThat(entry(ticket, "replied").by().id()).isEqualTo("lena");
    Task working = task(ticket, "Task_WorkOnSolution", answer.key());
    assertThat(ofProcess(working.instance(), "ticket")).isEqualTo(quoted(ticket));
    assertThat(kinds(foreign)).doesNotContain("replied");
  }

  @Test
  void should_keep_an_instance_at_its_ticket_whatever_its_variables_say() {
    String ticket = open("rosa", complete());
    String foreign = open("rosa", complete());
    Task answer = task(ticket, "Task_AnswerReseller");
    task(foreign, "Task_AnswerReseller");
    Map<String, Object> tampered = Map.of("ticket", foreign, "generation", 7, "incident", "INC-1");
    zeebe.newSetVariablesCommand(answer.instance()).variables(tampered).send().join();
    zeebe.newSetVariablesCommand(instance(ticket)).variables(tampered).send().join();

    complete(answer, "lena", Map.of("act", "replied"));
    Task working = task(ticket, "Task_WorkOnSolution", answer.key());
    complete(working, "lena", Map.of("act", "fix-delivered"));

    task(ticket, "Task_AcceptOrReject", working.key());
    assertThat(kinds(ticket)).contains("replied", "fix-delivered");
    assertThat(kinds(foreign)).doesNotContain("replied", "fix-delivered");
    assertThat(waiting(foreign)).isEqualTo(2);
  }

  @Test
  void should_leave_the_later_token_armed_when_an_older_job_runs_again() {
    String ticket = open("rosa", complete());
    task(ticket, "Task_AnswerReseller");
    long instance = -ThreadLocalRandom.current().nextLong(1, Long.MAX_VALUE);

    Route older = judge.answer(asked(10, instance, ticket));
    Route later = judge.answer(asked(11, instance, ticket));
    Route again = judge.answer(asked(10, instance, ticket));

    assertThat(again.wake()).isEqualTo(older.wake()).isNotEqualTo(later.wake());
    assertThat(armed(instance)).contains(later.wake());
    judge.answer(asked(12, instance, ticket));
    assertThat(armed(instance)).hasSize(1).doesNotContain(older.wake(), later.wake());
  }

  private static Asked asked(long job, long instance, String ticket) {
    return new Asked(job, instance, null, ticket, 1, null, null, null);
  }

  private List<String> armed(long instance) {
    return jdbc.sql("select token::text from process_wake where instance_key = ?")
        .param(instance)
        .query(String.class)
        .list();
  }

  @Test
  void should_end_what_somebody_starts_by_hand() {
    var ended =
        zeebe
            .newCreateInstanceCommand()
            .bpmnProcessId("escalation") // the others start by a message only
            .latestVersion()
            .withResult()
            .requestTimeout(SOON)
            .send()
            .join();

    assertThat(ended.getVariablesAsMap()).containsEntry("status", "closed");
  }

  @Test
  void should_never_let_a_job_run_out_of_retries(CapturedOutput log) {
    String unknown = "NONE-" + UUID.randomUUID();
    zeebe
        .newPublishMessageCommand()
        .messageName("ticket-start")
        .correlationKey(unknown)
        .variables(Map.of("ticket", unknown, "generation", 1))
        .send()
        .join();

    JsonNode resting =
        await()
            .atMost(SOON)
            .until(() -> restingJob(unknown), Optional::isPresent)
            .orElseThrow()
            .path("value");

    assertThat(resting.path("retries").asInt()).isEqualTo(3);
    assertThat(log).contains("Expected a ticket " + unknown);
    zeebe.newCancelInstanceCommand(resting.path("processInstanceKey").asLong()).send().join();
  }

  private Optional<JsonNode> restingJob(String ticket) {
    return records
        .newest("variable", Map.of("value.name", "ticket", "value.value", quoted(ticket)))
        .flatMap(
            record ->
                records.newest(
                    "job",
                    Map.of(
                        "value.processInstanceKey",
                        record.path("value").path("processInstanceKey").asLong(),
                        "intent",
                        "TIMEOUT_UPDATED")));
  }

  @Test
  void should_look_after_tickets_however_many_callouts_there_are() {
    transactions.executeWithoutResult(
        transaction -> {
          for (int i = 0; i < 60; i++) {
            claimed("starve-incident-" + i, "incident", i);
          }
          claimed("starve-ticket", "ticket", 1_000);

          List<String> looked =
              claims.next(50, Duration.ofDays(40_000)).stream().map(Claims.Claim::subject).toList();

          assertThat(looked).contains("starve-ticket");
          assertThat(looked.getFirst()).startsWith("starve-incident");
          assertThat(looked).filteredOn(name -> name.startsWith("starve-incident")).hasSize(25);
          transaction.setRollbackOnly();
        });
  }

  @Test
  void should_look_after_lost_callouts_before_lost_tickets() {
    transactions.executeWithoutResult(
        transaction -> {
          for (int i = 0; i < 60; i++) {
            claimed("lost-ticket-" + i, "ticket", i);
            claimed("lost-incident-" + i, "incident", 100 + i);
          }

          List<String> looked =
              claims.next(50, Duration.ofMinutes(1)).stream().map(Claims.Claim::subject).toList();

          assertThat(looked).hasSize(50).noneMatch(name -> name.startsWith("lost-ticket"));
          transaction.setRollbackOnly();
        });
  }

  /** A claim that was last looked after some seconds after the epoch, before all others. */
  private void claimed(String subject, String process, int seconds) {
    jdbc.sql(
            """
            insert into process_claim
              (subject, process, generation, checked_at, sent_at, start)
            values (:subject, :process, 1, to_timestamp(:seconds), 'epoch', '{}')
            """)
        .param("subject", subject)
        .param("process", process)
        .param("seconds", seconds)
        .update();
  }

  /** A variable of the process itself, whatever its tasks have under the same name. */
  private String ofProcess(long instance, String name) {
    return records
        .newest("variable", Map.of("value.scopeKey", instance, "value.name", name))
        .map(record -> record.path("value").path("value").asString())
        .orElse("");
  }

  @Test
  void should_refuse_somebody_who_is_in_none_of_the_task_s_groups() {
    jdbc.sql(
            """
            insert into person (id, name, login, role, tier, org, groups)
            values ('torben', 'Torben', 'torben', 'agent', 'L3', 'realnetworks', '{safr-l3-night}')
            on conflict do nothing
            """)
        .update();
    String ticket = open("rosa", complete());
    Task answer = task(ticket, "Task_AnswerReseller");

    complete(answer, "torben", Map.of("act", "replied"));

    Task again = task(ticket, "Task_AnswerReseller", answer.key());
    await() // variables are exported on their own, maybe after the task
        .atMost(SOON)
        .untilAsserted(
            () ->
                assertThat(variable(again.instance(), "refusal"))
                    .contains("Expected somebody of [safr-l3] to complete the task"));
    assertThat(kinds(ticket)).doesNotContain("replied");
  }

  @Test
  void should_hand_a_task_s_key_over_while_all_other_workers_wait() throws Exception {
    String ticket = open("rosa", complete());
    Task answer = task(ticket, "Task_AnswerReseller");
    CountDownLatch busy = new CountDownLatch(8);
    CountDownLatch release = new CountDownLatch(1);
    String type = blockingProcess();
    try (JobWorker worker =
        zeebe
            .newWorker()
            .jobType(type)
            .handler(
                (client, job) -> {
                  busy.countDown();
                  release.await();
                  client.newCompleteCommand(job.getKey()).send().join();
                })
            .open()) {
      assertThat(busy.await(SOON.toSeconds(), TimeUnit.SECONDS)).isTrue();

      complete(answer, "lena", Map.of("act", "replied"));

      await().atMost(SOON).untilAsserted(() -> assertThat(state(answer)).isEqualTo("COMPLETED"));
      assertThat(kinds(ticket)).doesNotContain("replied");
      release.countDown();
      entry(ticket, "replied");
    } finally {
      release.countDown();
    }
  }

  /** Starts eight instances of a process whose only job is of a type of its own. */
  private String blockingProcess() {
    String id = "blocking-" + UUID.randomUUID();
    zeebe
        .newDeployResourceCommand()
        .addProcessModel(
            Bpmn.createExecutableProcess(id)
                .startEvent()
                .serviceTask("wait", task -> task.zeebeJobType(id))
                .endEvent()
                .done(),
            id + ".bpmn")
        .send()
        .join();
    for (int i = 0; i < 8; i++) {
      zeebe.newCreateInstanceCommand().bpmnProcessId(id).latestVersion().send().join();
    }
    return id;
  }

  private static String quoted(String text) {
    return '"' + text + '"';
  }

  private Map<String, Object> incident(String ticket) {
    return jdbc.sql("select * from incident where ticket = ?").param(ticket).query().singleRow();
  }

  private record Task(long key, long instance, List<String> groups, String due, String element) {}

  private String open(String login, Map<String, Object> fields) {
    Person person = accounts.byLogin(login).orElseThrow();
    Outcome outcome =
        door.open(
            new Opening(
                "demo",
                "bug",
                null,
                "mina-alta",
                "Camera lost",
                "It is gone",
                null,
                null,
                null,
                fields),
            person,
            UUID.randomUUID().toString());
    assertThat(outcome).isInstanceOf(Outcome.Recorded.class);
    return ((Outcome.Recorded) outcome).number();
  }

  private void record(String ticket, String login, String kind, Map<String, Object> data) {
    Person person = accounts.byLogin(login).orElseThrow();
    Actor actor =
        new Actor(Role.of(person.role()), person.tier(), person.org(), person.id(), person.name());
    Outcome outcome =
        door.record(
            ticket,
            new Proposal(actor, kind, null, null, data),
            login,
            UUID.randomUUID().toString());
    assertThat(outcome).isInstanceOf(Outcome.Recorded.class);
  }

  private static Map<String, Object> complete() {
    Map<String, Object> fields = new HashMap<>();
    fields.put("category", "software-defect");
    fields.put("impact", "service-down");
    fields.put("cause", "product");
    fields.put("explanation", "The service stops");
    fields.put("businessImpact", "No doors open");
    fields.put("steps", "Start it");
    fields.put("screenshots", List.of("shot.png"));
    fields.put("logs", List.of("safr.log"));
    fields.put("configurations", List.of("safr.conf"));
    fields.put("reproduced", true);
    fields.put("contact", "Rosa");
    return fields;
  }

  private Task task(String ticket, String element) {
    return task(ticket, element, 0);
  }

  /** A ticket's open task of the given element, newer than another. */
  private Task task(String ticket, String element, long after) {
    return await()
        .atMost(SOON)
        .until(
            () ->
                open(ticket).stream()
                    .filter(task -> task.element().equals(element) && task.key() > after)
                    .findFirst(),
            Optional::isPresent)
        .orElseThrow();
  }

  private List<Task> open(String ticket) {
    return instances(ticket).stream()
        .flatMap(instance -> records.newestOf(instance).stream())
        .filter(record -> record.path("intent").asString().matches("CREATED|UPDATED|ASSIGNED"))
        .map(record -> task(record.path("value")))
        .toList();
  }

  private static Task task(JsonNode value) {
    return new Task(
        value.path("userTaskKey").asLong(),
        value.path("processInstanceKey").asLong(),
        value.path("candidateGroupsList").valueStream().map(JsonNode::asString).toList(),
        value.path("dueDate").asString(),
        value.path("elementId").asString());
  }

  private String state(Task task) {
    return records
        .newest("user-task", Map.of("value.userTaskKey", task.key()))
        .map(r -> r.path("intent").asString())
        .orElse("");
  }

  private List<Long> instances(String ticket) {
    return jdbc.sql("select instance_key from process_wake where ticket = ?")
        .param(ticket)
        .query(Long.class)
        .list();
  }

  private long instance(String ticket) {
    return await()
        .atMost(SOON)
        .until(
            () ->
                jdbc.sql("select coalesce(instance_key, 0) from process_claim where subject = ?")
                    .param(ticket)
                    .query(Long.class)
                    .single(),
            key -> key != 0);
  }

  private boolean ended(String ticket) {
    return jdbc.sql("select ended from process_claim where subject = ?")
        .param(ticket)
        .query(Boolean.class)
        .single();
  }

  private int waiting(String ticket) {
    return instances(ticket).size();
  }

  private void complete(Task task, String login, Map<String, Object> variables) {
    zeebe.newAssignUserTaskCommand(task.key()).assignee(login).send().join();
    zeebe.newCompleteUserTaskCommand(task.key()).variables(variables).send().join();
  }

  private Entry entry(String ticket, String kind) {
    return await()
        .atMost(SOON)
        .until(
            () ->
                tickets.timeline(ticket).entries().stream()
                    .filter(entry -> entry.kind().equals(kind))
                    .findFirst(),
            Optional::isPresent)
        .orElseThrow();
  }

  private List<String> kinds(String ticket) {
    return tickets.timeline(ticket).entries().stream().map(Entry::kind).toList();
  }

  private String variable(long instance, String name) {
    return records
        .newest("variable", Map.of("value.processInstanceKey", instance, "value.name", name))
        .map(record -> record.path("value").path("value").asString())
        .orElse("");
  }
}
