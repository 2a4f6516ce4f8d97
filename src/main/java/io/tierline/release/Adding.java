package io.tierline.release;

import io.tierline.policy.Fault;
import io.tierline.policy.Supplement;
import java.util.List;

/** What became of a supplement that was sent. */
sealed interface Adding {

  /** It is taken, now or before. */
  record Added(Supplement supplement, boolean before) implements Adding {}

  /** Its version was taken before with other content. */
  record Conflicting(Fault fault) implements Adding {}

  /** There is no such pack or agreement. */
  record Missing(Fault fault) implements Adding {}

  /** It is no supplement, or not one of this pack; every fault is listed. */
  record Refused(List<Fault> faults) implements Adding {}

  /** The fault of a supplement. */
  static Fault fault(String where, String reason) {
    return new Fault("supplement", where, reason);
  }
}
