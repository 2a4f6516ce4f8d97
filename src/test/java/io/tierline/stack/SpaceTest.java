package io.tierline.stack;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpaceTest {

  @TempDir Path folder;

  @Test
  void shouldSayHowMuchRoomIsMissing() {
    assertThatThrownBy(() -> Space.expect(folder, Long.MAX_VALUE))
        .isInstanceOf(StackFailure.class)
        .hasMessageContaining("GiB free for the stack's data in " + folder + ", but only");
  }
}
