package io.tierline.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The pictures in the documentation are of the models as they are. */
class ModelPicturesTest {

  static Stream<Model> models() {
    return Model.all().stream().filter(Model::process);
  }

  @ParameterizedTest
  @MethodSource("models")
  void shouldBeDrawnFromTheModelAsItIs(Model model) throws Exception {
    Path picture = Path.of("docs", "models", model.id() + ".svg");
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(model.content());

    assertThat(picture).exists();
    assertThat(Files.readString(picture))
        .as("drawn again by docs/models/draw.mjs")
        .contains(HexFormat.of().formatHex(digest));
  }
}
