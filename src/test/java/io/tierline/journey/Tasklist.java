package io.tierline.journey;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What Tasklist shows, over its V1 interface, which the product itself never calls. It only
 * observes: acting is done by clicks.
 */
public final class Tasklist {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final int PAGE = 500;

  private final HttpClient http =
      HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
  private final String address;

  /** Logs in as an administrator. */
  public Tasklist(String address) {
    this.address = address;
    send("/api/login?username=demo&password=demo", "");
  }

  /** A task as Tasklist lists it. */
  public record Task(
      String id,
      String name,
      List<String> groups,
      @Nullable Instant dueAt,
      @Nullable String assignee) {}

  /** The open tasks of one ticket. */
  public List<Task> open(String ticket) {
    String query =
        JSON.writeValueAsString(
            Map.of(
                "state",
                "CREATED",
                "pageSize",
                50,
                "taskVariables",
                List.of(Map.of("name", "ticket", "value", quoted(ticket), "operator", "eq"))));
    JsonNode tasks = JSON.readTree(send("/v1/tasks/search", query));
    return StreamSupport.stream(tasks.spliterator(), false).map(Tasklist::task).toList();
  }

  /** The names of all open tasks, by ticket. */
  public Map<String, List<String>> open() {
    Map<String, List<String>> open = new HashMap<>();
    JsonNode page = page(null);
    while (!page.isEmpty()) {
      page.forEach(
          task ->
              open.computeIfAbsent(ticket(task), ticket -> new ArrayList<>())
                  .add(task.path("name").asString()));
      page = page(page.get(page.size() - 1).path("sortValues"));
    }
    return open;
  }

  private JsonNode page(@Nullable JsonNode after) {
    Map<String, Object> query = new HashMap<>();
    query.put("state", "CREATED");
    query.put("pageSize", PAGE);
    query.put("includeVariables", List.of(Map.of("name", "ticket")));
    if (after != null) {
      query.put("searchAfter", after);
    }
    return JSON.readTree(send("/v1/tasks/search", JSON.writeValueAsString(query)));
  }

  private static String ticket(JsonNode task) {
    return task.path("variables").path(0).path("value").asString().replace("\"", "");
  }

  private static String quoted(String text) {
    return '"' + text + '"';
  }

  private static Task task(JsonNode node) {
    JsonNode due = node.path("dueDate");
    return new Task(
        node.path("id").asString(),
        node.path("name").asString(),
        StreamSupport.stream(node.path("candidateGroups").spliterator(), false)
            .map(JsonNode::asString)
            .toList(),
        due.isString() ? instant(due.asString()) : null,
        node.path("assignee").isString() ? node.path("assignee").asString() : null);
  }

  private static Instant instant(String shown) {
    return OffsetDateTime.parse(shown.replaceFirst("([+-]\\d\\d)(\\d\\d)$", "$1:$2")).toInstant();
  }

  private String send(String path, String body) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(address + path))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    try {
      HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() >= 300) {
        throw new IOException(path + ": " + answer.statusCode() + " " + answer.body());
      }
      return answer.body();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
