package io.tierline.load;

import io.tierline.stack.Server;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;

/** What the server shows on {@code /actuator/prometheus}. */
record Scraped(List<String> lines) {

  static Scraped of(Server server) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(server.management("prometheus")))
            .header("Authorization", "Bearer tl_demo_olga")
            .build();
    return new Scraped(
        HttpClient.newHttpClient()
            .send(request, HttpResponse.BodyHandlers.ofString())
            .body()
            .lines()
            .toList());
  }

  /** Lines of a metric. */
  List<String> of(String metric) {
    return lines.stream().filter(line -> line.startsWith(metric)).toList();
  }

  /** The value of a metric with a label of this value; "none" if it isn't there. */
  String value(String metric, String label) {
    return of(metric).stream()
        .filter(line -> line.contains('"' + label + '"'))
        .map(line -> line.substring(line.lastIndexOf(' ') + 1))
        .findFirst()
        .orElse("none");
  }
}
