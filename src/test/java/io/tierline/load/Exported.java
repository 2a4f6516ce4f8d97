package io.tierline.load;

import io.tierline.stack.LocalStack;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the engine has exported. Its records carry the engine's own time. */
final class Exported {

  private final HttpClient http = HttpClient.newHttpClient();
  private final String address;

  Exported(LocalStack stack) {
    this.address = stack.properties().get("tierline.zeebe.records");
  }

  /** User tasks that came to be in a process, and when the last one did, in epoch milliseconds. */
  record Tasks(long count, long lastAt) {}

  Tasks tasks(String process) throws IOException, InterruptedException {
    JsonNode found =
        search(
            "user-task",
            """
            {"size": 0, "track_total_hits": true,
             "query": {"bool": {"filter": [{"term": {"intent": "CREATED"}},
                                           {"term": {"value.bpmnProcessId": "%s"}}]}},
             "aggs": {"last": {"max": {"field": "timestamp"}}}}
            """
                .formatted(process));
    return new Tasks(
        found.at("/hits/total/value").asLong(),
        (long) found.at("/aggregations/last/value").asDouble());
  }

  /** User tasks of all processes. */
  long tasks() throws IOException, InterruptedException {
    return count("zeebe-record_user-task_*", "{\"query\": {\"term\": {\"intent\": \"CREATED\"}}}");
  }

  /** Those that Tasklist knows. */
  long listed() throws IOException, InterruptedException {
    return count("tasklist-task-8*", "{}");
  }

  /** All that Operate and Tasklist have made of the records so far. */
  long imported() throws IOException, InterruptedException {
    return count("operate-*,tasklist-*", "{}");
  }

  private long count(String indices, String query) throws IOException, InterruptedException {
    return ask(indices + "/_count", query).at("/count").asLong();
  }

  /** Waits until a process has had so many. */
  Tasks await(String process, long count) throws IOException, InterruptedException {
    Tasks tasks = tasks(process);
    while (tasks.count() < count) {
      LockSupport.parkNanos(Duration.ofMillis(500).toNanos());
      tasks = tasks(process);
    }
    return tasks;
  }

  /** The variables with which the first job of a process was completed. */
  String answered(String process) throws IOException, InterruptedException {
    JsonNode hits =
        search(
                "job",
                """
                {"size": 1, "sort": [{"position": "asc"}],
                 "query": {"bool": {"filter": [{"term": {"intent": "COMPLETED"}},
                                               {"term": {"value.bpmnProcessId": "%s"}}]}}}
                """
                    .formatted(process))
            .at("/hits/hits");
    return hits.get(0).at("/_source/value/variables").toString();
  }

  private JsonNode search(String sort, String query) throws IOException, InterruptedException {
    return ask("zeebe-record_" + sort + "_*/_search", query);
  }

  private JsonNode ask(String what, String query) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create(
                    "%s/%s?ignore_unavailable=true&allow_no_indices=true".formatted(address, what)))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(query))
            .build();
    return JsonMapper.shared()
        .readTree(http.send(request, HttpResponse.BodyHandlers.ofString()).body());
  }
}
