package io.tierline.release;

import java.io.IOException;
import java.util.List;

/** Where packs come from: an operator's folder, or the copies in the jar. */
interface PackSource {

  /** What is said of the versions that come from here. */
  Origin origin();

  /** What changes when a pack changes; cheap. */
  Object signature() throws IOException;

  /** Every pack there, whole. */
  List<FoundPack> read() throws IOException;
}
