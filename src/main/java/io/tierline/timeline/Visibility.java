package io.tierline.timeline;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Who may read an entry: everybody on the ticket, the vendor's people, or the actor's own tier. */
public enum Visibility {
  ALL,
  VENDOR,
  TIER;

  /** The code used in JSON and case files. */
  @JsonValue
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The visibility of a code.
   *
   * @throws IllegalArgumentException if there is none of this code
   */
  @JsonCreator
  public static Visibility of(String code) {
    for (Visibility visibility : values()) {
      if (visibility.code().equals(code)) {
        return visibility;
      }
    }
    throw new IllegalArgumentException(
        "Expected a visibility of [all, vendor, tier], but found '%s'".formatted(code));
  }
}
