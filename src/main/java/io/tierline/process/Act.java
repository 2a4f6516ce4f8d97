package io.tierline.process;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a model wants recorded.
 *
 * @param ticket the ticket's number
 * @param taskKey the element instance of the user task in which somebody chose the act; null for
 *     the system's own acts
 * @param act the entry's kind, or a {@link Choice}'s value
 * @param data the entry's data; null values count as absent
 * @param occasion what the system's own act is about, so that it is recorded once for it
 * @param seenSeq the last entry that the model knew
 */
record Act(
    String ticket,
    @Nullable String taskKey,
    @Nullable String act,
    @Nullable Map<String, Object> data,
    @Nullable Long occasion,
    @Nullable Long seenSeq) {

  /** The same act on what the instance works on, if that is known. */
  Act on(@Nullable String settled) {
    return settled == null || settled.equals(ticket)
        ? this
        : new Act(settled, taskKey, act, data, occasion, seenSeq);
  }
}
