package io.tierline.release;

import io.tierline.policy.Compilation;
import io.tierline.policy.PackFiles;

/** Makes a pack of its files, or says everything that is wrong with them. */
@FunctionalInterface
interface Compiler {
  Compilation compile(PackFiles files);

  /** The same for a version that is stored already: what is new is not demanded of it. */
  default Compilation recompile(PackFiles files) {
    return compile(files);
  }
}
