package io.tierline.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class LocalStackIT {

  @Test
  void shouldStartEveryPart() {
    LocalStack stack = SharedStack.with();

    assertThat(stack.parts()).allMatch(Part::running);
  }

  @Test
  void shouldRefuseASecondStackInTheSameFolder() {
    SharedStack.with(PostgreSql.class);
    LocalStack second = new LocalStack(Place.tests(), Ports.free(), new Progress(System.out));

    assertThatThrownBy(second::start)
        .isInstanceOf(StackFailure.class)
        .hasMessageContaining("Expected to be the only stack")
        .hasMessageContaining("process " + ProcessHandle.current().pid());
  }
}
