/** The record, the door, the schedule and the REST face of tickets. */
@NullMarked
@ApplicationModule(allowedDependencies = {"time", "timeline", "policy", "account", "outbox", "web"})
package io.tierline.ticket;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
