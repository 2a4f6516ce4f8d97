package io.tierline.policy;

import java.util.Set;

/** The models that can carry a ticket. Implemented where processes are run. */
@FunctionalInterface
public interface Models {

  /** Their names, such as {@code rma}. */
  Set<String> known();
}
