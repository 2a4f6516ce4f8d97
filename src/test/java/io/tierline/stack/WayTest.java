package io.tierline.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class WayTest {

  @Test
  void shouldTakeContainersWhereAnEngineAnswers() {
    assertThat(Way.chosen("", () -> true)).isEqualTo(Way.CONTAINERS);
    assertThat(Way.chosen("", () -> false)).isEqualTo(Way.LOCAL);
  }

  @Test
  void shouldNotLookForAnEngineWhenChildProcessesAreAskedFor() {
    assertThat(
            Way.chosen(
                "local",
                () -> {
                  throw new AssertionError("looked");
                }))
        .isEqualTo(Way.LOCAL);
  }

  @Test
  void shouldRefuseContainersWithoutAnEngine() {
    assertThat(Way.chosen("containers", () -> true)).isEqualTo(Way.CONTAINERS);
    assertThatThrownBy(() -> Way.chosen("containers", () -> false))
        .isInstanceOf(StackFailure.class)
        .hasMessageContaining("Expected a Docker engine to answer");
  }

  @Test
  void shouldRefuseAWayThatThereIsNot() {
    assertThatThrownBy(() -> Way.chosen("kubernetes", () -> true))
        .isInstanceOf(StackFailure.class)
        .hasMessageContaining("local or containers")
        .hasMessageContaining("kubernetes");
  }
}
