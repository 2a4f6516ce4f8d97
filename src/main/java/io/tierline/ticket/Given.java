package io.tierline.ticket;

import io.tierline.time.Countable;
import io.tierline.web.Problem;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** What a call must give. */
final class Given {

  private static final int LONGEST_KEY = 200;

  private Given() {}

  /** An instant that calendars can count with. */
  static @Nullable Instant instant(String property, @Nullable Instant instant) {
    if (instant != null && !Countable.is(instant)) {
      throw new Problem(
          HttpStatus.UNPROCESSABLE_CONTENT.value(),
          "urn:tierline:refused:data",
          "Expected '%s' to be from %s to %s, but found %s"
              .formatted(property, Countable.EARLIEST, Countable.LATEST, instant),
          null,
          List.of());
    }
    return instant;
  }

  /** The value of a property that may not be left out. */
  static String value(String property, @Nullable String value) {
    if (value == null || value.isBlank()) {
      throw new Problem(
          HttpStatus.UNPROCESSABLE_CONTENT.value(),
          "urn:tierline:refused:data",
          "Expected '%s' to have a value, but it has none".formatted(property),
          null,
          List.of());
    }
    return value;
  }

  /** The idempotency key. */
  static String key(@Nullable String key) {
    if (key == null || key.isBlank()) {
      throw badKey("found none");
    }
    if (key.length() > LONGEST_KEY || !key.chars().allMatch(c -> c > ' ' && c < 127)) {
      throw badKey("found another");
    }
    return key;
  }

  private static Problem badKey(String found) {
    return new Problem(
        HttpStatus.BAD_REQUEST.value(),
        "urn:tierline:refused:idempotency-key",
        "Expected the header Idempotency-Key with 1 to %d visible ASCII characters, but %s"
            .formatted(LONGEST_KEY, found),
        null,
        List.of());
  }
}
