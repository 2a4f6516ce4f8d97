package io.tierline.ticket;

import io.tierline.policy.Judgement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What became of an attempt to open a ticket or to record an entry. */
public sealed interface Outcome {

  /**
   * It is on the timeline.
   *
   * @param number the ticket's number, such as {@code T-000042}
   * @param seq the entry's place
   * @param judgement as it was right after that entry
   * @param repeated whether the same request had been recorded before, so that nothing was done now
   */
  record Recorded(String number, long seq, Judgement judgement, boolean repeated)
      implements Outcome {}

  /**
   * Nothing was recorded.
   *
   * @param status the HTTP status that fits: 400, 403, 404, 409, 413, 422 or 503
   * @param type a stable URN, such as {@code urn:tierline:refused:role}
   * @param rule the rule that refused; null if it wasn't a policy's
   * @param clauses the clauses behind it
   * @param reason a sentence: "Expected ..., but ..."
   */
  record Refused(
      int status, String type, @Nullable String rule, List<String> clauses, String reason)
      implements Outcome {}
}
