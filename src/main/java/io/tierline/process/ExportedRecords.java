package io.tierline.process;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the engine has exported about user tasks: the only place that knows who completed one (the
 * next job is not told) and which one is open. About a second behind the engine.
 */
@Component
class ExportedRecords {

  private final Optional<RestClient> client;
  private final JsonMapper json;

  ExportedRecords(ZeebeSettings settings, JsonMapper json) {
    this.json = json;
    this.client = settings.exported().map(uri -> client(uri.toString()));
  }

  /** Whether there is anything to search. */
  boolean configured() {
    return client.isPresent();
  }

  /** The newest record of the user task of an element instance with the given intent. */
  Optional<JsonNode> ofElement(String elementInstanceKey, String intent) {
    return newest(
        "user-task", Map.of("value.elementInstanceKey", elementInstanceKey, "intent", intent));
  }

  /** The newest record of any user task of a process instance. */
  Optional<JsonNode> newestOf(long processInstanceKey) {
    return newest("user-task", Map.of("value.processInstanceKey", processInstanceKey));
  }

  /** How many of the given forms Tasklist has taken in; it keeps them beside the records. */
  int formsKnown(List<Long> formKeys) {
    Map<String, Object> query =
        Map.of(
            "size",
            0,
            "query",
            Map.of("terms", Map.of("id", formKeys.stream().map(String::valueOf).toList())));
    return search("/tasklist-form*", query).path("total").path("value").asInt();
  }

  /** The newest record of a sort with the given values. */
  Optional<JsonNode> newest(String sort, Map<String, Object> terms) {
    Map<String, Object> query =
        Map.of(
            "size",
            1,
            "sort",
            List.of(Map.of("position", Map.of("order", "desc", "unmapped_type", "long"))),
            "query",
            Map.of(
                "bool",
                Map.of(
                    "filter",
                    terms.entrySet().stream()
                        .map(term -> Map.of("term", Map.of(term.getKey(), term.getValue())))
                        .toList())));
    JsonNode hits = search("/zeebe-record_" + sort + "_*", query).path("hits");
    return hits.isEmpty() ? Optional.empty() : Optional.of(hits.get(0).path("_source"));
  }

  private JsonNode search(String indices, Map<String, Object> query) {
    String found =
        client
            .orElseThrow(
                () -> new IllegalStateException("Expected tierline.zeebe.records, but found none"))
            .post()
            .uri(indices + "/_search?ignore_unavailable=true&allow_no_indices=true")
            .header("Content-Type", "application/json")
            .body(json.writeValueAsString(query))
            .retrieve()
            .body(String.class);
    return json.readTree(found).path("hits");
  }

  private static RestClient client(String base) {
    JdkClientHttpRequestFactory http =
        new JdkClientHttpRequestFactory(
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build());
    http.setReadTimeout(Duration.ofSeconds(5));
    return RestClient.builder().baseUrl(base).requestFactory(http).build();
  }
}
