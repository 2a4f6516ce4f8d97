package io.tierline.release;

import static org.assertj.core.api.Assertions.assertThat;

import io.tierline.cases.PackFolder;
import io.tierline.policy.Compilation;
import io.tierline.policy.Compilation.Compiled;
import io.tierline.policy.Compilation.Rejected;
import io.tierline.policy.Fault;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ModelNamesTest {

  private static final Compilation EFENTO =
      new Compiled(new PackFolder(Path.of("")).pack("efento-en"));

  @Test
  void shouldRefuseATypeWhoseModelIsNotThere() {
    ModelNames names = new ModelNames(() -> Set.of("escalation", "question", "bug"));

    assertThat(names.check(EFENTO))
        .isInstanceOfSatisfying(
            Rejected.class,
            rejected ->
                assertThat(rejected.faults())
                    .containsExactly(
                        new Fault(
                            "rules/efento-en/policy.yaml",
                            "types.rma.model",
                            "Expected a model of [bug, escalation, question], but found 'rma'")));
  }

  @Test
  void shouldTakeAPackWhoseModelsAreAllThere() {
    ModelNames names = new ModelNames(() -> Set.of("rma", "question", "bug"));

    assertThat(names.check(EFENTO)).isSameAs(EFENTO);
  }
}
