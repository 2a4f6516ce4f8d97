/** Vendors, resellers, customers, contacts, agreements, keys and roles. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package io.tierline.account;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
