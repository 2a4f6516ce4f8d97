/**
 * Business calendars and instants. Pure: no I/O, no clock, and the only place where zones exist.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package io.tierline.time;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
