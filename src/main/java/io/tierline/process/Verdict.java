package io.tierline.process;

import org.jspecify.annotations.Nullable;

/**
 * What {@code record} answers. The act and the task are forgotten, so that the next form starts
 * empty.
 *
 * @param refused whether the door refused
 * @param refusal the door's reason, a sentence; null if it recorded
 * @param refusedAt the ticket's last entry then: once another is recorded, forms hide the reason
 */
record Verdict(
    boolean refused,
    @Nullable String refusal,
    @Nullable Long refusedAt,
    @Nullable String act,
    @Nullable String taskKey,
    @Nullable String ground,
    @Nullable String action) {

  static Verdict refused(String reason, @Nullable Long lastSeq) {
    return new Verdict(true, reason, lastSeq, null, null, null, null);
  }

  static Verdict recorded() {
    return new Verdict(false, null, null, null, null, null, null);
  }
}
