package io.tierline.ticket;

import io.tierline.account.Person;
import io.tierline.policy.Callout;
import io.tierline.policy.Faces;
import io.tierline.policy.Judgement;
import io.tierline.policy.Question;
import io.tierline.policy.WhoseTime;
import io.tierline.timeline.Actor;
import io.tierline.timeline.Entry;
import io.tierline.timeline.Kinds;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * What only the vendor's people are told: which of their groups is called, and what stands behind
 * the tiers that the pack lets others see.
 */
@Component
class Discretion {

  private static final Logger LOG = LoggerFactory.getLogger(Discretion.class);
  private static final String GROUP = "group";

  private final PinnedPacks packs;

  Discretion(PinnedPacks packs) {
    this.packs = packs;
  }

  /** A judgement as the person may read it. */
  Judgement judgement(Person person, Ticket ticket, Judgement judgement) {
    return ofVendor(person, ticket) ? judgement : bare(faces(ticket).judgement(judgement));
  }

  /**
   * A ticket, with its judgement, as the person may read it. One whose pack can't be compiled here
   * any more doesn't keep a whole list from its reader.
   */
  Ticket ticket(Person person, Ticket ticket) {
    try {
      return ticket.judged(judgement(person, ticket, ticket.judgement()));
    } catch (IllegalStateException unreadable) {
      LOG.error("{} is listed without its tier: {}", ticket.number(), unreadable.getMessage());
      return ticket.judged(bare(Faces.withoutTiers(ticket.judgement())));
    }
  }

  /** Whose time it was, as the person may read it. */
  WhoseTime whoseTime(Person person, Ticket ticket, WhoseTime told) {
    return ofVendor(person, ticket) ? told : faces(ticket).whoseTime(told);
  }

  /** What the person may ask of a clock. */
  Question question(Person person, Ticket ticket, String clock, @Nullable Integer round) {
    return new Question(
        clock,
        round,
        entry -> VisibleTickets.reads(person, ticket, entry),
        !ofVendor(person, ticket));
  }

  /** Who did it, as others than the vendor's people may read it. */
  Actor actorOutside(Ticket ticket, Entry entry) {
    return faces(ticket).actor(entry.by());
  }

  /** An entry's data as others than the vendor's people may read them. */
  Map<String, Object> dataOutside(Ticket ticket, Entry entry) {
    Map<String, Object> seen = faces(ticket).data(entry.kind(), entry.data());
    if (!entry.kind().equals(Kinds.INCIDENT_DECLARED)) {
      return seen;
    }
    Map<String, Object> data = new HashMap<>(seen);
    data.remove(GROUP);
    return data;
  }

  static boolean ofVendor(Person person, Ticket ticket) {
    return person.org().equals(ticket.vendor());
  }

  private Faces faces(Ticket ticket) {
    return packs.of(ticket).faces();
  }

  /** A judgement without the groups that are called. */
  static Judgement bare(Judgement judgement) {
    return judgement.with(
        judgement.clocks(),
        judgement.callouts().stream().map(Discretion::bare).toList(),
        judgement.nextChangeAt());
  }

  private static Callout bare(Callout callout) {
    return new Callout(
        callout.code(),
        callout.role(),
        null,
        callout.since(),
        callout.answered(),
        callout.why(),
        callout.clock(),
        callout.round());
  }
}
