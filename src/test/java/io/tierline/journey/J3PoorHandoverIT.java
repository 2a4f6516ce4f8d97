package io.tierline.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * J3: an incomplete package comes back with what it lacks; the vendor's clock doesn't run for it.
 */
class J3PoorHandoverIT extends Journey {

  @Test
  void shouldBounceAnIncompletePackageAndTakeTheSecondTry() {
    JsonNode opened =
        opened(rosa, Handover.ticket("mina-alta", Handover.without("steps", "logs"))).body();
    String number = opened.path("number").asString();
    assertThat(opened.path("tier").asString()).isEqualTo("L2");
    assertThat(missing(opened)).containsExactlyInAnyOrder("steps", "logs");
    assertThat(state(opened, "response")).isEqualTo("pending");

    Tasklist.Task complete = task(number, "Complete the handover package");
    assertThat(complete.groups()).containsExactly("safr-l2");
    JsonNode bounce = entry(number, "returned");
    assertThat(bounce.path("by").path("role").asString()).isEqualTo("system");
    assertThat(bounce.path("data").path("missing").toString()).contains("steps", "logs");
    mailed("rosa@andes.example", number, "information is missing");

    JsonNode second =
        recorded(
            rosa,
            number,
            "escalated",
            Map.of("fields", Map.of("steps", "Add cameras.", "logs", List.of("safr.log"))));
    assertThat(second.path("tier").asString()).isEqualTo("L3");
    assertThat(missing(second)).isEmpty();
    assertThat(state(second, "response")).isEqualTo("running");
    task(number, "Answer the reseller");
    noTask(number, "Complete the handover package");
    assertThat(entries(number, "returned")).hasSize(1);
  }

  private static List<String> missing(JsonNode judgement) {
    return judgement.path("missing").valueStream().map(JsonNode::asString).toList();
  }
}
