package io.tierline.release;

import io.tierline.policy.Fault;
import io.tierline.policy.PackFiles;
import java.util.List;

/** What became of a pack that was found or sent. */
sealed interface Taking {

  /** It is stored and the newest of its pack. */
  record Taken(String pack, String version, PackFiles files) implements Taking {}

  /** It was taken before, and changes nothing. */
  record Known(String pack, String version, PackFiles files) implements Taking {}

  /** It was taken before, and a later one has replaced it since: it changes nothing either. */
  record Overtaken(String pack, String version, PackFiles files, Fault fault) implements Taking {
    @Override
    public List<Fault> faults() {
      return List.of(fault);
    }
  }

  /** Its version was taken before with other content. */
  record Conflicting(Fault fault) implements Taking {
    @Override
    public List<Fault> faults() {
      return List.of(fault);
    }
  }

  /** It is no sound pack; every fault is listed. */
  record Refused(List<Fault> faults) implements Taking {}

  /** Why it is not active now; none if it is. */
  default List<Fault> faults() {
    return List.of();
  }
}
