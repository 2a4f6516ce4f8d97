package io.tierline.policy;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Whose time it was: every millisecond from a ticket's opening to an instant belongs to exactly one
 * party, and the shares sum up to the whole.
 *
 * @param from when it was opened, UTC; null if it was not by then: the whole is zero then, every
 *     share too, and there are no turns
 * @param to the instant that was asked about, UTC
 * @param whole elapsed time from one to the other, as ISO-8601 duration
 * @param shares of {@code vendor}, {@code reseller}, {@code customer}, {@code third-party} and
 *     {@code nobody}, as ISO-8601 durations; nobody's are closed hours, and whatever comes after a
 *     closing
 * @param turns whose turn it was from when to when, in order and without gaps
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record WhoseTime(
    @Nullable Instant from,
    Instant to,
    String whole,
    Map<String, String> shares,
    List<Turn> turns) {

  /**
   * A span in which it was one party's turn in one tier.
   *
   * @param from included, UTC
   * @param to excluded, UTC
   * @param party whose turn it was; {@code nobody} once the ticket is closed
   * @param tier the tier in charge
   * @param time what of it is that party's, as ISO-8601 duration
   * @param closed what of it is nobody's, as ISO-8601 duration: hours in which the tier in charge
   *     is not at work, if it is its own side's turn
   * @param calendar that tells closed hours, as the pack names it; null where none does
   * @param reason why closed hours could not be told for some of it or all, which counts as open;
   *     null if they could
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Turn(
      Instant from,
      Instant to,
      String party,
      String tier,
      String time,
      String closed,
      @Nullable String calendar,
      @Nullable String reason) {}
}
