package io.tierline.policy;

import java.util.List;

/** What became of a pack's files. */
public sealed interface Compilation {

  /** They make a pack. */
  record Compiled(Pack pack) implements Compilation {}

  /** They don't; every fault is listed. */
  record Rejected(List<Fault> faults) implements Compilation {}
}
