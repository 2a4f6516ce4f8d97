package io.tierline.release;

import io.tierline.policy.Fault;
import java.util.List;

/** What the files of an upload make, before anything is compiled. */
sealed interface Upload {

  /** A pack, each file in its place. */
  record Sorted(FoundPack pack) implements Upload {}

  /** Not what a pack is made of; every fault is listed. */
  record Unfit(List<Fault> faults) implements Upload {}

  /** More than this server takes. */
  record TooLarge(List<Fault> faults) implements Upload {}
}
