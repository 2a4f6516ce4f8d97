package io.tierline.release;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Looks at the packs that lie ready and hands on what has changed. Files arrive one after the
 * other, so a change counts only when two looks in a row agree; an operator who copies slowly puts
 * policy.yaml, with its new version, last. A pack that disappears stays active.
 */
@Component
class Lookout {
  private final PackSource source;
  private final Intake intake;
  private final Refusals refusals;
  private final Map<String, FoundPack> decided = new HashMap<>();
  private @Nullable Object settled;
  private @Nullable Look last;

  private record Look(Object signature, List<FoundPack> packs) {}

  Lookout(PackSource source, Intake intake, Refusals refusals) {
    this.source = source;
    this.intake = intake;
    this.refusals = refusals;
  }

  /** Takes what is there, settled or not: at start there is nothing else to go by. */
  void first() throws IOException {
    source.read().forEach(this::decide);
  }

  void look() throws IOException {
    Object signature = source.signature();
    if (signature.equals(settled)) {
      return;
    }
    Look look = new Look(signature, source.read());
    if (look.equals(last)) {
      look.packs().forEach(this::decide);
      settled = signature;
    }
    last = look;
  }

  private void decide(FoundPack found) {
    if (!found.equals(decided.get(found.folder()))) {
      refusals.note(found.folder(), intake.take(found, source.origin()));
      decided.put(found.folder(), found);
    }
  }
}
