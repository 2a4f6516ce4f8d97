package io.tierline.ticket;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The server as a person with a demonstration key sees it over HTTP. */
public record Rest(String base, @Nullable String key) {

  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private static final JsonMapper JSON = new JsonMapper();

  public static Rest at(int port) {
    return new Rest("http://127.0.0.1:" + port, null);
  }

  public Rest as(String person) {
    return new Rest(base, "tl_demo_" + person);
  }

  /** What came back. */
  public record Answer(int status, String type, JsonNode body, HttpResponse<String> raw) {

    public String detail() {
      return body.path("detail").asString();
    }

    public String text(String pointer) {
      return body.at(pointer).asString();
    }
  }

  public Answer get(String path) {
    return send(request(path).GET());
  }

  public Answer open(String body) {
    return post("/api/v1/tickets", UUID.randomUUID().toString(), body);
  }

  public Answer record(String number, String body) {
    return post("/api/v1/tickets/" + number + "/entries", UUID.randomUUID().toString(), body);
  }

  public Answer post(String path, @Nullable String idempotencyKey, String body) {
    return post(path, idempotencyKey, BodyPublishers.ofString(body));
  }

  Answer post(String path, @Nullable String idempotencyKey, BodyPublisher body) {
    HttpRequest.Builder request =
        request(path).header("Content-Type", "application/json").POST(body);
    if (idempotencyKey != null) {
      request.header("Idempotency-Key", idempotencyKey);
    }
    return send(request);
  }

  HttpRequest.Builder request(String path) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path));
    return key == null ? request : request.header("Authorization", "Bearer " + key);
  }

  Answer send(HttpRequest.Builder request) {
    try {
      HttpResponse<String> response = HTTP.send(request.build(), BodyHandlers.ofString());
      String type = response.headers().firstValue("Content-Type").orElse("");
      JsonNode body =
          type.contains("json") ? JSON.readTree(response.body()) : JSON.createObjectNode();
      return new Answer(response.statusCode(), type, body, response);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
