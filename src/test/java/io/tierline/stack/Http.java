package io.tierline.stack;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Short requests to the parts. */
final class Http {

  private static final HttpClient CLIENT =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(2))
          .build();

  private Http() {}

  static HttpResponse<String> get(String url) throws IOException, InterruptedException {
    return send(request(url).GET());
  }

  static HttpResponse<String> post(String url, String json, String... headers)
      throws IOException, InterruptedException {
    return send(body("POST", url, json, headers));
  }

  static HttpResponse<String> put(String url, String json)
      throws IOException, InterruptedException {
    return send(body("PUT", url, json));
  }

  private static HttpRequest.Builder body(String verb, String url, String json, String... headers) {
    HttpRequest.Builder request =
        request(url)
            .header("Content-Type", "application/json")
            .method(verb, HttpRequest.BodyPublishers.ofString(json));
    return headers.length == 0 ? request : request.headers(headers);
  }

  private static HttpRequest.Builder request(String url) {
    return HttpRequest.newBuilder(URI.create(url)).timeout(Duration.ofSeconds(10));
  }

  private static HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }
}
