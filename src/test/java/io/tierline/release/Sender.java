package io.tierline.release;

import java.io.IOException;
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

/** Somebody who calls the server with their demonstration key, or without one. */
record Sender(String base, @Nullable String person) {
  static final String POLICIES = "/api/v1/policies";

  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private static final JsonMapper JSON = JsonMapper.shared();

  /** What came back. */
  record Answer(int status, JsonNode body, HttpResponse<String> raw) {
    String text(String pointer) {
      return body.at(pointer).asString("");
    }
  }

  Answer upload(Form form) {
    return upload(BodyPublishers.ofByteArray(form.bytes()));
  }

  Answer upload(BodyPublisher body) {
    return post(POLICIES, "multipart/form-data; boundary=" + Form.BOUNDARY, body);
  }

  Answer get(String path) {
    return send(request(path).GET());
  }

  Answer post(String path, Object json) {
    return post(path, "application/json", BodyPublishers.ofString(JSON.writeValueAsString(json)));
  }

  Answer post(String path, String type, BodyPublisher body) {
    return send(
        request(path)
            .header("Content-Type", type)
            .header("Idempotency-Key", UUID.randomUUID().toString())
            .POST(body));
  }

  HttpRequest.Builder request(String path) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path));
    return person == null ? request : request.header("Authorization", "Bearer tl_demo_" + person);
  }

  Answer send(HttpRequest.Builder request) {
    try {
      HttpResponse<String> response = HTTP.send(request.build(), BodyHandlers.ofString());
      return new Answer(response.statusCode(), JSON.readTree(response.body()), response);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
