package io.tierline.broken;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** Somebody who clicks in Operate. */
final class Operate {

  private final HttpClient http =
      HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
  private final String address;

  Operate(String address) throws IOException, InterruptedException {
    this.address = address;
    post("/api/login?username=demo&password=demo", "");
  }

  /** Asks for the end of a process instance, as the button does; it ends a little later. */
  void cancel(long instance) throws IOException, InterruptedException {
    post(
        "/api/process-instances/" + instance + "/operation",
        "{\"operationType\": \"CANCEL_PROCESS_INSTANCE\"}");
  }

  private void post(String path, String body) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(address + path))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() >= 300) {
      throw new IOException(path + ": " + answer.statusCode() + " " + answer.body());
    }
  }
}
