package io.tierline.ticket;

import io.tierline.policy.Judgement;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A ticket's row: the projection of its timeline, as of its last entry or alarm.
 *
 * @param number the ticket's number
 * @param generation counts from 1; a reopening makes the next
 * @param agreement the agreement's code
 * @param pack the pack's id
 * @param version the pack's version that the timeline names
 * @param customer the customer's code
 * @param reseller the code of the organisation that holds the agreement
 * @param vendor the vendor's code
 * @param lastSeq the last entry's place
 * @param lastAt when the last entry was recorded, UTC
 * @param openedAt when it was opened, UTC
 * @param nextChangeAt when the schedule looks at it again, UTC; null for never
 * @param judgement as it was then
 */
record Ticket(
    String number,
    int generation,
    String agreement,
    String pack,
    String version,
    String customer,
    String reseller,
    String vendor,
    long lastSeq,
    Instant lastAt,
    Instant openedAt,
    @Nullable Instant nextChangeAt,
    Judgement judgement) {

  /**
   * Whether an organisation has part in it: decided at the opening, whatever became of accounts.
   */
  boolean concerns(String org) {
    return org.equals(vendor) || org.equals(reseller) || org.equals(customer);
  }

  /** The organisations that have part in it. */
  Side.Parties parties() {
    return new Side.Parties(vendor, reseller, customer);
  }

  /** This ticket after a further entry. */
  Ticket after(Recorded step) {
    return new Ticket(
        number,
        step.generation(),
        agreement,
        step.pack(),
        step.version(),
        customer,
        reseller,
        vendor,
        step.entry().seq(),
        step.entry().recordedAt(),
        openedAt,
        nextChangeAt,
        step.judgement());
  }

  /** This ticket as time alone made it. */
  Ticket judged(Judgement later) {
    return new Ticket(
        number,
        generation,
        agreement,
        pack,
        version,
        customer,
        reseller,
        vendor,
        lastSeq,
        lastAt,
        openedAt,
        nextChangeAt,
        later);
  }

  /** Time on a timeline never runs backwards, although the clocks of two servers may differ. */
  Instant notBefore(Instant now) {
    return now.isBefore(lastAt) ? lastAt : now;
  }

  /** What one entry made of it. */
  record Recorded(
      io.tierline.timeline.Entry entry,
      int generation,
      String pack,
      String version,
      Judgement judgement) {}
}
