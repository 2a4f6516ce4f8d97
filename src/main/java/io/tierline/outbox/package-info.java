/** The one durable way out, in order per subject, at least once. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package io.tierline.outbox;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
