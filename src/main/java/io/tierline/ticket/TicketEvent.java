package io.tierline.ticket;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.tierline.policy.Answer;
import io.tierline.policy.Callout;
import io.tierline.policy.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An entry as Kafka carries it: facts and the judgement after them; no free text, no names.
 *
 * @param id the same for the same entry, for ever: consumers drop what they have seen
 * @param ticket the ticket's number, and the key of the record
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record TicketEvent(
    String id,
    String ticket,
    long seq,
    int generation,
    String agreement,
    String customer,
    String pack,
    String version,
    EntryPart entry,
    JudgementPart judgement) {

  /** The entry without texts. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record EntryPart(
      long seq,
      Instant at,
      Instant recordedAt,
      By by,
      String kind,
      String visibility,
      Map<String, Object> data) {}

  /** The actor without a name. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record By(String role, @Nullable String tier, @Nullable String org, @Nullable String id) {}

  /** What consumers need of the judgement. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record JudgementPart(
      String status,
      Answer severity,
      @Nullable String tier,
      @Nullable String group,
      String turn,
      List<String> missing,
      List<Clock> clocks,
      List<Callout> callouts,
      @Nullable Instant nextChangeAt) {}
}
