/** A pack, compiled; judges timelines. Pure but for Drools and KIE inside; imports no Spring. */
@NullMarked
@ApplicationModule(allowedDependencies = {"time", "timeline"})
package io.tierline.policy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
