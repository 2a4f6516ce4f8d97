package io.tierline.ticket;

import io.tierline.account.Person;
import io.tierline.policy.Proposal;

/**
 * The only door: nothing reaches a timeline in any other way. Each call is one transaction: lock
 * the subject, ask the policy, append, judge, save the projection with its next change, write the
 * outbox rows, tell the listeners of {@link EntryRecorded}.
 */
public interface Door {

  /**
   * Opens a ticket.
   *
   * @param key the idempotency key, unique per person
   */
  Outcome open(Opening opening, Person person, String key);

  /**
   * Records one entry.
   *
   * @param number the ticket's number
   * @param proposal what to record; its actor is the person's, or the system's own
   * @param scope in whose name the idempotency key is unique: a person's id, or {@code job}
   * @param key the idempotency key
   */
  Outcome record(String number, Proposal proposal, String scope, String key);
}
