package io.tierline.ticket;

import io.tierline.policy.Admission;
import io.tierline.policy.Proposal;
import io.tierline.timeline.Actor;
import io.tierline.timeline.Entry;
import io.tierline.timeline.Kinds;
import io.tierline.timeline.Visibility;
import java.time.Instant;
import java.util.Map;

/** An entry that is about to be recorded and needs only its place. */
record Draft(
    Actor by,
    String kind,
    Instant at,
    Visibility visibility,
    Map<String, Object> facts,
    Map<String, String> texts) {

  /**
   * What Tierline itself records: facts from outside and consequences. Nobody is asked for leave.
   * Facts, such as the terms of a contract, are for the vendor's people.
   */
  static Draft bySystem(String kind, Instant at, Map<String, Object> facts) {
    Visibility visibility = kind.equals(Kinds.OBSERVED) ? Visibility.VENDOR : Visibility.ALL;
    return new Draft(Actor.system(), kind, at, visibility, facts, Map.of());
  }

  static Draft of(Proposal proposal, Admission.Admitted admitted) {
    return new Draft(
        proposal.by(),
        proposal.kind(),
        admitted.at(),
        admitted.visibility(),
        admitted.facts(),
        admitted.texts());
  }

  Entry entry(long seq, Instant recordedAt) {
    return new Entry(seq, at, recordedAt, by, kind, visibility, facts);
  }
}
