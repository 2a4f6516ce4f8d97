package io.tierline.cases;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** What stands in Tasklist. It is only looked at. */
final class OpenTasks {

  private static final JsonMapper JSON = JsonMapper.shared();

  private final HttpClient http =
      HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
  private final URI tasklist;

  OpenTasks(String tasklist) {
    this.tasklist = URI.create(tasklist);
    post("/api/login?username=demo&password=demo", "");
  }

  /** The names of a ticket's open tasks, in their order. */
  List<String> of(String ticket) {
    Map<String, String> mine =
        Map.of("name", "ticket", "value", '"' + ticket + '"', "operator", "eq");
    String query =
        JSON.writeValueAsString(
            Map.of("state", "CREATED", "pageSize", 50, "taskVariables", List.of(mine)));
    return JSON.readTree(post("/v1/tasks/search", query))
        .valueStream()
        .map(task -> task.path("name").asString())
        .sorted()
        .toList();
  }

  private String post(String path, String body) {
    HttpRequest request =
        HttpRequest.newBuilder(tasklist.resolve(path))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body))
            .build();
    try {
      HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
      if (answer.statusCode() >= 300) {
        throw new IOException(path + ": " + answer.statusCode() + " " + answer.body());
      }
      return answer.body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
