/** A pack's life: taken from a folder, stored by version, active on every instance. */
@NullMarked
@ApplicationModule(
    allowedDependencies = {"policy", "timeline", "ticket", "outbox", "account", "web"})
package io.tierline.release;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
