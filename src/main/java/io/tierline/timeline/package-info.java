/** Entries: what can happen to a ticket. Pure. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package io.tierline.timeline;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
