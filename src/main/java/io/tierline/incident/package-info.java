/** Managed incidents: callouts to incident managers. */
@NullMarked
@ApplicationModule(
    allowedDependencies = {"ticket", "time", "timeline", "policy", "account", "outbox", "web"})
package io.tierline.incident;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
