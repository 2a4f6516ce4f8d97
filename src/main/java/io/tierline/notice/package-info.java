/**
 * Mail to people: from Kafka, or from a release, into the outbox, and from there to the mail
 * server.
 */
@NullMarked
@ApplicationModule(
    allowedDependencies = {"ticket", "timeline", "policy", "account", "outbox", "release"})
package io.tierline.notice;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
