package io.tierline.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import io.tierline.Clauses;
import io.tierline.stack.Kafka;
import io.tierline.stack.OnTheStack;
import io.tierline.stack.PostgreSql;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The customer of a vendor with tiers behind the first one never meets them. */
@OnTheStack({PostgreSql.class, Kafka.class})
class HiddenTiersIT {

  private static final String OPENING =
      """
      {"agreement":"demo-efento","type":"bug","customer":"mroznia-gdynia","subject":"No invitations",
       "fields":{"product":"cloud","symptom":"invite","details":"They are not sent",
         "userActions":"Invite somebody","logs":["browser.log"]}}
      """;

  @LocalServerPort int port;
  Rest rest;

  @BeforeEach
  void server() {
    rest = Rest.at(port);
  }

  @Test
  @Clauses({"EF-018", "EF-026"})
  void shouldShowTheCustomerTheFirstLineOnly() {
    String number = rest.as("kasia").open(OPENING).text("/number");
    String ticket = "/api/v1/tickets/" + number;
    record("marek", number, "reproduced");
    record("marek", number, "escalated");
    record("ewa", number, "not-reproduced");

    for (String part :
        new String[] {"", "/timeline", "/judgement", "/time", "/clocks/resolution"}) {
      assertThat(rest.as("kasia").get(ticket + part).raw().body())
          .as("what the customer reads of " + part)
          .doesNotContain("L2", "OPS", "efento-rd", "ewa", "Ewa");
    }
    assertThat(
            rest.as("kasia")
                .record(number, "{\"kind\":\"escalated\",\"data\":{\"to\":\"x\"}}")
                .raw()
                .body())
        .contains("Expected 'to' to be a tier of the pack")
        .doesNotContain("L2", "OPS");
    assertThat(rest.as("kasia").get("/api/v1/tickets?limit=200").raw().body())
        .doesNotContain("\"L2\"", "\"OPS\"");
    assertThat(rest.as("kasia").get(ticket).text("/tier")).isEqualTo("L1");
    assertThat(rest.as("ewa").get(ticket).text("/tier")).isEqualTo("L2");
    assertThat(rest.as("ewa").get(ticket + "/timeline").raw().body()).contains("Ewa Pawlik");
    assertThat(rest.as("ewa").get(ticket + "/report?for=customer").raw().body())
        .doesNotContain("Ewa");
  }

  private void record(String who, String number, String kind) {
    String entry = "{\"kind\":\"%s\"}".formatted(kind);
    assertThat(rest.as(who).record(number, entry).status()).as(kind).isEqualTo(201);
  }
}
