package io.tierline.release;

import io.tierline.policy.Fault;
import java.util.List;

/** What became of a pack that was found. */
sealed interface Taking {

  /** It is stored and the newest of its pack. */
  record Taken(String pack, String version) implements Taking {}

  /** It is the active one already. */
  record Known(String pack, String version) implements Taking {}

  /** It changes nothing; every fault is listed. */
  record Refused(List<Fault> faults) implements Taking {
    static Refused because(String file, String where, String reason) {
      return new Refused(List.of(new Fault(file, where, reason)));
    }
  }
}
