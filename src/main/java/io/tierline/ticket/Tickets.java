package io.tierline.ticket;

import io.tierline.account.Person;
import io.tierline.policy.Judgement;
import io.tierline.policy.Vocabulary;
import io.tierline.timeline.Timeline;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What other modules may read of tickets. */
public interface Tickets {

  /**
   * How a ticket stands, judged now.
   *
   * @param number the ticket's number
   * @param generation counts from 1; a reopening makes the next
   * @param lastSeq the last entry's place
   * @param pack the pack's id
   * @param agreement the agreement's code
   * @param customer the customer's code
   * @param words those of the pack that the ticket follows
   * @param judgement as of the server's clock
   */
  record Standing(
      String number,
      int generation,
      long lastSeq,
      String pack,
      String agreement,
      String customer,
      Vocabulary words,
      Judgement judgement) {}

  /** Whether there is a ticket of this number that concerns the person, who acts on tickets. */
  boolean concerns(Person person, String number);

  /** How a ticket stands; empty if there is none of this number. */
  Optional<Standing> standing(String number);

  /**
   * The same with the subject locked until the caller's transaction ends, so that no entry can be
   * recorded meanwhile; a transaction must be open.
   */
  Optional<Standing> lock(String number);

  /** The ticket's timeline without free text. */
  Timeline timeline(String number);

  /** The free texts of one entry that were not erased, by their path. */
  Map<String, String> texts(String number, long seq);

  /** The words of the pack that the ticket follows; empty if there is none of this number. */
  Optional<Vocabulary> vocabulary(String number);

  /** Numbers of open tickets after a number, in order, for the reconciler. */
  List<String> openAfter(String number, int limit);
}
