package io.tierline.policy;

import java.util.List;
import java.util.Optional;

/** The compiled packs that are known. Implemented where packs are stored. */
public interface Packs {

  /** The pack that new tickets follow, in its newest version. */
  Optional<Pack> active(String pack);

  /** A pack in one version, compiled again from its stored files if need be. */
  Optional<Pack> version(String pack, String version);

  /** The files of a version as it was taken, also if it compiles no more. */
  Optional<PackFiles> files(String pack, String version);

  /** Every version of a pack that was taken, the newest first; empty if there is none. */
  List<String> versions(String pack);
}
