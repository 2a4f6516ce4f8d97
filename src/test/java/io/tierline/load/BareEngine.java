package io.tierline.load;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.response.ActivatedJob;
import io.camunda.client.api.worker.JobWorker;
import io.tierline.stack.LocalStack;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The engine by itself: the same models under names of their own, started by the same message, with
 * workers that give Tierline's answers without thinking.
 */
final class BareEngine implements AutoCloseable {

  private static final int IN_FLIGHT = 16;

  private final CamundaClient zeebe;
  private final Exported exported;
  private final List<JobWorker> workers;
  private long started;

  /** Takes Tierline's answers from a ticket that was carried to its first task. */
  BareEngine(LocalStack stack) throws IOException, InterruptedException {
    this.zeebe =
        CamundaClient.newClientBuilder()
            .grpcAddress(URI.create(stack.properties().get("tierline.zeebe.grpc")))
            .preferRestOverGrpc(false)
            .numJobWorkerExecutionThreads(4)
            .build();
    this.exported = new Exported(stack);
    deploy();
    Map<String, Map<String, Object>> answers =
        Map.of("bare-ticket", answer("ticket"), "bare-escalation", answer("escalation"));
    this.workers =
        List.of(
            zeebe
                .newWorker()
                .jobType("bare-judge")
                .handler(
                    (client, job) ->
                        client
                            .newCompleteCommand(job)
                            .variables(fresh(answers.get(job.getBpmnProcessId()), job))
                            .send())
                .maxJobsActive(32)
                .streamEnabled(true)
                .open());
  }

  private Map<String, Object> answer(String process) throws IOException, InterruptedException {
    exported.await("escalation", 1);
    return JsonMapper.shared()
        .readValue(exported.answered(process), new TypeReference<Map<String, Object>>() {});
  }

  private static Map<String, Object> fresh(Map<String, Object> answer, ActivatedJob job) {
    Map<String, Object> fresh = new HashMap<>(answer);
    fresh.put("wake", "bare-" + job.getKey());
    return fresh;
  }

  private void deploy() throws IOException {
    var command =
        zeebe
            .newDeployResourceCommand()
            .addResourceStringUtf8(model("ticket"), "bare-ticket.bpmn")
            .addResourceStringUtf8(model("escalation"), "bare-escalation.bpmn");
    try (Stream<Path> forms = Files.list(Path.of("bpmn/forms"))) {
      for (Path form : forms.filter(file -> file.toString().endsWith(".form")).toList()) {
        command = command.addResourceFile(form.toString());
      }
    }
    command.send().join();
  }

  private static String model(String name) throws IOException {
    return Files.readString(Path.of("bpmn", name + ".bpmn"), StandardCharsets.UTF_8)
        .replace("id=\"" + name + "\"", "id=\"bare-" + name + "\"")
        .replace("bpmnElement=\"" + name + "\"", "bpmnElement=\"bare-" + name + "\"")
        .replace("processId=\"=model\"", "processId=\"bare-escalation\"")
        .replace("type=\"judge\"", "type=\"bare-judge\"")
        .replace("type=\"record\"", "type=\"bare-record\"")
        .replace("name=\"ticket-start\"", "name=\"bare-start\"");
  }

  /** Tickets a second, carried to their first user task. */
  double rate(int tickets) throws IOException, InterruptedException {
    long before = exported.tasks("bare-escalation").count();
    long began = System.currentTimeMillis();
    Semaphore places = new Semaphore(IN_FLIGHT);
    for (int i = 0; i < tickets; i++) {
      places.acquire();
      start(places, "bare-" + started++);
    }
    Exported.Tasks done = exported.await("bare-escalation", before + tickets);
    return tickets * 1000.0 / (done.lastAt() - began);
  }

  /** The engine may ask for less, which is usual: then a little later again. */
  private void start(Semaphore places, String ticket) {
    zeebe
        .newPublishMessageCommand()
        .messageName("bare-start")
        .correlationKey(ticket + ":1")
        .messageId(UUID.randomUUID().toString())
        .timeToLive(Duration.ofSeconds(5))
        .variables(Map.of("ticket", ticket, "generation", 1))
        .send()
        .whenComplete(
            (sent, fault) -> {
              if (fault == null) {
                places.release();
              } else {
                Thread.ofVirtual()
                    .start(
                        () -> {
                          LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
                          start(places, ticket);
                        });
              }
            });
  }

  @Override
  public void close() {
    workers.forEach(JobWorker::close);
    zeebe.close();
  }
}
