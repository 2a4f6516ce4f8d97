package io.tierline.stack;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What whoever starts the tests says, as a system property or as an environment variable. */
final class Setting {

  private Setting() {}

  static Optional<String> of(String key) {
    return given(System.getProperty(key))
        .or(() -> given(System.getenv(key.toUpperCase(Locale.ROOT).replaceAll("[.-]", "_"))));
  }

  private static Optional<String> given(@Nullable String value) {
    return Optional.ofNullable(value).map(String::strip).filter(text -> !text.isEmpty());
  }
}
