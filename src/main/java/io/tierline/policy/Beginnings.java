package io.tierline.policy;

import io.tierline.policy.Declaration.ClockRule;
import io.tierline.policy.Declaration.Field;
import io.tierline.policy.Trigger.Cause;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a clock may be told of instants in the data of entries: where it starts, and before which
 * one it ends. What other things happened earlier their entries say by their own instant.
 */
record Beginnings(Declaration declaration) {

  /** The reasons by the path of what is wrong. */
  Map<String, String> faults() {
    Map<String, String> faults = new LinkedHashMap<>();
    for (ClockRule clock : declaration.clocks().values()) {
      String path = "clocks." + clock.name();
      data(path + ".start", clock.start(), faults);
      data(path + ".restart", clock.restart(), faults);
      none(path + ".resume", clock.resume(), faults);
      none(path + ".stop", clock.stop(), faults);
      fixed(path, clock, faults);
    }
    declaration
        .pauses()
        .forEach(
            (name, pause) -> {
              none("pauses." + name + ".from", pause.from(), faults);
              none("pauses." + name + ".to", pause.to(), faults);
            });
    return faults;
  }

  private void data(String path, Trigger trigger, Map<String, String> faults) {
    for (Cause cause : trigger.causes()) {
      instant(path + ".at", cause, cause.at(), faults);
      instant(path + ".before", cause, cause.before(), faults);
    }
  }

  /** Without it nobody could say when the clock starts or ends. */
  private void instant(
      String path, Cause cause, @Nullable String name, Map<String, String> faults) {
    if (name == null) {
      return;
    }
    if (cause.enters() != null) {
      faults.put(path, "Expected 'on' with kinds that carry it, but found 'enters'");
    }
    for (String kind : cause.on()) {
      Declaration.Kind declared = declaration.kinds().get(kind);
      Field field = declared == null ? null : declared.data().get(name);
      if (declared != null
          && (field == null || field.type() != FieldType.INSTANT || !field.required())) {
        faults.put(
            path,
            "Expected required data of type 'instant' of '%s', but '%s' is none"
                .formatted(kind, Echo.of(name)));
      }
    }
  }

  private static void none(String path, Trigger trigger, Map<String, String> faults) {
    for (Cause cause : trigger.causes()) {
      if (cause.at() != null || cause.before() != null) {
        faults.put(
            path, "Expected 'at' and 'before' where a clock starts or restarts, but found one");
      }
    }
  }

  /** An instant that somebody named is not moved by waiting. */
  private static void fixed(String path, ClockRule clock, Map<String, String> faults) {
    boolean before =
        clock.start().causes().stream().map(Cause::before).anyMatch(Objects::nonNull)
            || clock.restart().causes().stream().map(Cause::before).anyMatch(Objects::nonNull);
    if (before && !clock.pauses().isEmpty()) {
      faults.put(path + ".pauses", "Expected none beside 'before', but found " + clock.pauses());
    }
    if (before && !clock.resume().causes().isEmpty()) {
      faults.put(path + ".resume", "Expected none beside 'before', but found one");
    }
  }
}
