package io.tierline.policy;

import io.tierline.policy.Declaration.ReminderRule;
import io.tierline.policy.Declaration.Word;
import java.time.Duration;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads a reminder: {@code share: 80} percent, or {@code before-minutes: 90}. */
record ReminderReader(Function<Section, Word> word) {

  /** Ten years, so that no arithmetic overflows. */
  private static final long MOST = 5_256_000;

  ReminderRule read(Section section) {
    if (section.name().equals(Inputs.NONE)) {
      section.fault(null, "Expected another name: tables read 'none' before the first reminder");
    }
    Long share = section.has("share") ? whole(section, "share", 99) : null;
    Long minutes = section.has("before-minutes") ? whole(section, "before-minutes", MOST) : null;
    if (section.has("share") == section.has("before-minutes")) {
      section.fault(
          null,
          "Expected either 'share', in percent of the budget, or 'before-minutes', but found %s"
              .formatted(section.has("share") ? "both" : "neither"));
    }
    return new ReminderRule(
        section.name(),
        share,
        minutes == null ? null : Duration.ofMinutes(minutes),
        word.apply(section));
  }

  private static @Nullable Long whole(Section section, String key, long most) {
    Object found = section.raw(key);
    if (found instanceof Integer number && number >= 1 && number <= most) {
      return number.longValue();
    }
    section.fault(
        key, "Expected a whole number from 1 to %d, but found %s".formatted(most, Echo.of(found)));
    return null;
  }
}
