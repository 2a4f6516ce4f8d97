package io.tierline.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tierline.account.Person;
import io.tierline.timeline.Actor;
import io.tierline.web.Problem;
import java.time.Clock;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class JudgementControllerTest {

  private static final Person PERSON =
      new Person("p", "P", null, null, null, "agent", "L3", "vendor", List.of());

  /** What is refused at the edge needs neither pack nor contract. */
  @SuppressWarnings("NullAway")
  private static final JudgementController CONTROLLER =
      new JudgementController(null, null, new JsonMapper(), Clock.systemUTC(), 2_000);

  @Test
  void shouldRefuseATimelineThatIsTooLong() {
    Problem refused = refused(request(Collections.nCopies(2_001, line("2026-03-02T10:00:00Z"))));

    assertThat(refused.getStatusCode().value()).isEqualTo(422);
    assertThat(refused.getBody().getDetail()).contains("2000 entries", "2001");
  }

  @ParameterizedTest
  @ValueSource(strings = {"-999999999-01-01T00:00:00Z", "+999999999-01-01T00:00:00Z"})
  void shouldRefuseAnInstantThatCalendarsCannotCountWith(String far) {
    Instant at = Instant.parse(far);

    assertThat(
            refused(new JudgementRequest("plain", null, null, List.of(), at, null, null, null))
                .getBody())
        .satisfies(problem -> assertThat(problem.getStatus()).isEqualTo(422))
        .satisfies(problem -> assertThat(problem.getDetail()).contains("'at'", "2200"));
    assertThatExceptionOfType(Problem.class)
        .isThrownBy(() -> new EntryRequest("replied", at, null, null).proposal(Actor.system()));
    assertThatExceptionOfType(Problem.class).isThrownBy(() -> Given.instant("known", at));
  }

  private static JudgementRequest request(List<JudgementRequest.Line> lines) {
    return new JudgementRequest("plain", null, null, lines, null, null, null, null);
  }

  private static JudgementRequest.Line line(String at) {
    return new JudgementRequest.Line(null, Instant.parse(at), null, null, "returned", null, null);
  }

  private static Problem refused(JudgementRequest request) {
    return catchThrowableOfType(Problem.class, () -> CONTROLLER.judge(PERSON, request));
  }
}
