package io.tierline.journey;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody who calls the server's REST face with their key. */
record Caller(URI server, String key) {

  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final JsonMapper JSON = JsonMapper.shared();

  /** What came back. */
  record Reply(int status, String contentType, JsonNode body) {

    String number() {
      return body.path("number").stringValue();
    }
  }

  Reply open(Map<String, Object> ticket) {
    return post("/api/v1/tickets", UUID.randomUUID().toString(), write(ticket));
  }

  Reply record(String number, String kind, Map<String, Object> data) {
    return post(
        "/api/v1/tickets/" + number + "/entries",
        UUID.randomUUID().toString(),
        write(Map.of("kind", kind, "data", data)));
  }

  Reply get(String path) {
    return send(request(path).GET());
  }

  Reply post(String path, String idempotencyKey, String body) {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", idempotencyKey)
            .POST(HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8)));
  }

  Reply send(HttpRequest.Builder request) {
    try {
      HttpResponse<String> response =
          HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
      return new Reply(
          response.statusCode(),
          response.headers().firstValue("Content-Type").orElse(""),
          response.body().isEmpty() ? JSON.createObjectNode() : JSON.readTree(response.body()));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(server.resolve(path)).header("Authorization", "Bearer " + key);
  }

  static String write(Object value) {
    return JSON.writeValueAsString(value);
  }
}
