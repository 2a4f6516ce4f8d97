/** Zeebe: deployment, start, wake, workers and the reconciler. Holds no rule. */
@NullMarked
@ApplicationModule(allowedDependencies = {"ticket", "timeline", "policy", "account", "outbox"})
package io.tierline.process;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
