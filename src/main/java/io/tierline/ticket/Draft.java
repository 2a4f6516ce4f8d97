package io.tierline.ticket;

import io.tierline.policy.Admission;
import io.tierline.policy.Proposal;
import io.tierline.timeline.Actor;
import io.tierline.timeline.Entry;
import io.tierline.timeline.Kinds;
import io.tierline.timeline.Visibility;
import java.time.Instant;
import java.util.Map;
import java.util.function.Function;

/** An entry that is about to be recorded and needs only its place. */
record Draft(
    Actor by,
    String kind,
    Instant at,
    Visibility visibility,
    Map<String, Object> facts,
    Map<String, String> texts) {

  /** Facts from outside, such as the terms of a contract, are for the vendor's people. */
  static Draft observed(Instant at, Map<String, Object> facts) {
    return new Draft(Actor.system(), Kinds.OBSERVED, at, Visibility.VENDOR, facts, Map.of());
  }

  /** What Tierline itself records of a judgement. Nobody is asked for leave. */
  static Draft bySystem(
      String kind, Instant at, Function<String, Visibility> readers, Map<String, Object> facts) {
    return new Draft(Actor.system(), kind, at, readers.apply(kind), facts, Map.of());
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
