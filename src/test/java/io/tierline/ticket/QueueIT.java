package io.tierline.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import io.tierline.Clauses;
import io.tierline.stack.Kafka;
import io.tierline.stack.OnTheStack;
import io.tierline.stack.PostgreSql;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** What waits for somebody comes in the order that its policy says. */
@OnTheStack({PostgreSql.class, Kafka.class})
class QueueIT {

  private static final String OPENING =
      """
      {"agreement":"aggregion-demo","type":"%s","customer":"%s","subject":"It fails",
       "fields":{"category":"%s","product":"platform","version":"2.4","situation":"Pages stay empty",
         "browser":"Firefox","operatingSystem":"Windows 11"%s}}
      """;

  @LocalServerPort int port;
  Rest rest;

  @BeforeEach
  void server() {
    rest = Rest.at(port);
  }

  @Test
  @Clauses({"AG-009", "AG-011", "AG-031"})
  void shouldPutAnEmergencyBeforeWhatCameEarlierAndIsDueLater() {
    String first = open("consultation", "general-use", "");
    String second = open("consultation", "general-use", "");
    String incident = open("incident", "operating-error", ",\"impact\":\"partial\"");
    String emergency = open("incident", "operating-error", ",\"impact\":\"public-unusable\"");
    List<String> ours = List.of(first, second, incident, emergency);

    assertThat(waiting("semyon", ours)).containsExactly(emergency, incident, first, second);
    assertThat(waiting("polina", ours)).as("what waits for the partner").isEmpty();

    JsonNode one = queue("semyon").path("waiting").path(0);
    assertThat(one.at("/lane/value").asString()).isEqualTo("by-deadline");
    assertThat(one.at("/lane/why/clauses").toString()).contains("AG-009");
    assertThat(one.has("dueAt")).isTrue();

    assertThat(
            rest.as("semyon")
                .record(
                    first, "{\"kind\":\"information-requested\",\"data\":{\"text\":\"Which?\"}}")
                .status())
        .isEqualTo(201);
    assertThat(waiting("semyon", ours)).containsExactly(emergency, incident, second);
    assertThat(waiting("polina", ours)).containsExactly(first);
    assertThat(waiting("dina", ours)).as("development works for the same side").hasSize(3);
    assertThat(rest.as("dina").get("/api/v1/queue?own=true").body().path("waiting").toString())
        .doesNotContain(emergency);
  }

  @Test
  void shouldSayWhatAQueueCanBeAskedFor() {
    assertThat(rest.as("semyon").get("/api/v1/queue?limit=0").status()).isEqualTo(400);
    assertThat(rest.as("semyon").get("/api/v1/queue?own=perhaps").status()).isEqualTo(400);
    assertThat(rest.as("gleb").get("/api/v1/queue?own=true").detail())
        .contains("Expected somebody with a tier of their own");
    assertThat(rest.get("/api/v1/queue").status()).isEqualTo(401);
    assertThat(rest.as("vakt").get("/api/v1/queue").detail())
        .isEqualTo("Expected somebody whom tickets wait for, but your role is 'monitor'");
  }

  private String open(String type, String category, String more) {
    return rest.as("kira").open(OPENING.formatted(type, "kinozal", category, more)).text("/number");
  }

  private List<String> waiting(String person, List<String> ours) {
    return queue(person)
        .path("waiting")
        .valueStream()
        .map(one -> one.at("/ticket/number").asString())
        .filter(ours::contains)
        .toList();
  }

  private JsonNode queue(String person) {
    return rest.as(person).get("/api/v1/queue?limit=200").body();
  }
}
