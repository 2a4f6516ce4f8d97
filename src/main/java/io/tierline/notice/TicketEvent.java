package io.tierline.notice;

import io.tierline.policy.Answer;
import io.tierline.policy.Callout;
import io.tierline.policy.Clock;
import io.tierline.timeline.Entry;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An event of the topic, as far as notices need it.
 *
 * @param id the event's id, such as {@code T-000001/3}
 * @param ticket the ticket's number
 * @param seq the entry's place
 * @param agreement the agreement's code
 * @param customer the code of the customer whom the ticket is about
 * @param entry what was recorded, without free text
 * @param judgement how the ticket stood right after
 */
record TicketEvent(
    String id,
    String ticket,
    long seq,
    String agreement,
    String customer,
    Entry entry,
    Standing judgement) {

  /** The judgement as the event carries it; lists that it leaves out are empty. */
  record Standing(
      String status,
      @Nullable Answer severity,
      @Nullable String tier,
      @Nullable String turn,
      List<String> missing,
      List<Clock> clocks,
      List<Callout> callouts) {

    Standing {
      missing = missing == null ? List.of() : List.copyOf(missing);
      clocks = clocks == null ? List.of() : List.copyOf(clocks);
      callouts = callouts == null ? List.of() : List.copyOf(callouts);
    }

    Optional<Clock> clock(String name) {
      return clocks.stream()
          .filter(clock -> clock.name().equals(name))
          .max(Comparator.comparingInt(Clock::round));
    }
  }

  /** Whether all is there that no notice can do without. */
  boolean usable() {
    return Stream.of(id, ticket, agreement, customer, entry, judgement)
            .allMatch(part -> part != null)
        && entry.kind() != null
        && entry.visibility() != null;
  }
}
