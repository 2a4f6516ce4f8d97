package io.tierline.ticket;

import io.tierline.account.Person;
import io.tierline.policy.Callout;
import io.tierline.policy.Judgement;
import io.tierline.timeline.Entry;
import io.tierline.timeline.Kinds;
import java.util.HashMap;
import java.util.Map;

/** What only the vendor's people are told: which of their groups is called. */
final class Discretion {

  private static final String GROUP = "group";

  private Discretion() {}

  /** A judgement as the person may read it. */
  static Judgement of(Person person, Ticket ticket, Judgement judgement) {
    return ofVendor(person, ticket) ? judgement : bare(judgement);
  }

  /** An entry's data as the person may read it. */
  static Map<String, Object> data(Person person, Ticket ticket, Entry entry) {
    if (ofVendor(person, ticket) || !entry.kind().equals(Kinds.INCIDENT_DECLARED)) {
      return entry.data();
    }
    Map<String, Object> data = new HashMap<>(entry.data());
    data.remove(GROUP);
    return data;
  }

  private static boolean ofVendor(Person person, Ticket ticket) {
    return person.org().equals(ticket.vendor());
  }

  /** A judgement as somebody may read it who is not the vendor's. */
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
