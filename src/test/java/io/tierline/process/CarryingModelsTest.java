package io.tierline.process;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** Which models a type may name. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CarryingModelsTest {

  @Test
  void should_know_the_models_that_can_be_called_and_no_others() {
    assertThat(new CarryingModels().known())
        .containsExactly("bug", "escalation", "managed-incident", "question", "rma")
        .contains(CarryingModels.USUAL);
  }
}
