/** The HTTP edge that every capability shares: keys, limits, problems, the documentation page. */
@NullMarked
@ApplicationModule(allowedDependencies = {"account"})
package io.tierline.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
