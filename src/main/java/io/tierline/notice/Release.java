package io.tierline.notice;

import io.tierline.release.PackReleased;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Fills the placeholders of a notice about a released version: {@code {pack}}, {@code {version}},
 * {@code {former}}, {@code {changes}}, {@code {link}}.
 *
 * @param changes what it says otherwise than the former one, a line each
 */
record Release(PackReleased released, List<String> changes, String link) implements Filling {

  @Override
  public String cause() {
    return "policy/%s/%s".formatted(released.pack(), released.version());
  }

  @Override
  public String thread() {
    return "policy/" + released.pack();
  }

  @Override
  public String language() {
    return released.language();
  }

  @Override
  public Optional<String> value(String name, @Nullable String detail, String language) {
    return switch (name) {
      case "pack" -> Optional.of(released.pack());
      case "version" -> Optional.of(released.version());
      case "former" -> Optional.of(released.former());
      case "changes" -> Optional.of(String.join("\n", changes));
      case "link" -> Optional.of(link);
      default -> Optional.empty();
    };
  }
}
