package io.tierline.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** J4: after three calendar days the vendor owes a notice, unless a permanent fix is there. */
class J4ThreeDaysIT extends Journey {

  @Test
  void shouldOweANoticeAtDayThreeUnlessAFixIsThere() {
    String unfixed = opened(rosa, Handover.ticket("mina-alta", Handover.complete())).number();
    String fixed = opened(rosa, Handover.ticket("mina-alta", Handover.complete())).number();
    recorded(lena, unfixed, "acknowledged", Map.of());
    recorded(lena, fixed, "acknowledged", Map.of());
    recorded(lena, fixed, "fix-delivered", Map.of("text", "Version 3.1 carries the fix."));
    assertThat(state(judgement(fixed), "fix-notice")).isEqualTo("met");

    for (int day = 1; day <= 3; day++) {
      clock.forward(Duration.ofHours(23).plusMinutes(50));
      recorded(lena, unfixed, "replied", Map.of("text", "Still at it."));
    }
    assertThat(state(judgement(unfixed), "fix-notice")).isEqualTo("running");
    clock.forward(Duration.ofHours(2));

    assertThat(task(unfixed, "Take charge").groups()).containsExactly("safr-incident-managers");
    JsonNode judged = judgement(unfixed);
    assertThat(state(judged, "fix-notice")).isEqualTo("breached");
    assertThat(judged.path("callouts").path(0).path("code").asString()).isEqualTo("fix-notice-due");
    assertThat(state(judgement(fixed), "fix-notice")).isEqualTo("met");
    assertThat(entries(fixed, "incident-declared")).isEmpty();

    recorded(lena, unfixed, "notice-given", Map.of("text", "It takes a new camera driver."));
    noTask(unfixed, "Take charge");
    mailed("rosa@andes.example", unfixed, "Permanent correction");
  }
}
