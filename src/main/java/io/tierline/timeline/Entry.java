package io.tierline.timeline;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/**
 * One thing that happened. Entries are never changed; free text and names are kept apart from the
 * facts, so that they can be erased without touching what the judge reads.
 *
 * @param seq the entry's place in its subject's record, from 1, in order of recording
 * @param at when it happened, UTC, to the millisecond
 * @param recordedAt when the server recorded it, UTC, to the millisecond
 * @param by who did it
 * @param kind what happened: a code of the core ({@link Kinds}) or one that the pack declares
 * @param visibility who may read it
 * @param data the facts, as JSON values; a free text stands here as {@code true}: "it was given"
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Entry(
    long seq,
    Instant at,
    Instant recordedAt,
    Actor by,
    String kind,
    Visibility visibility,
    Map<String, Object> data) {

  /** Truncates both instants to the millisecond, the resolution of every promise. */
  public Entry {
    at = at.truncatedTo(ChronoUnit.MILLIS);
    recordedAt = recordedAt.truncatedTo(ChronoUnit.MILLIS);
    data = Frozen.copy(data);
  }
}
