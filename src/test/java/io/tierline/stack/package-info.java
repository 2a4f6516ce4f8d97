/**
 * The development and test stack: the real parts as children of this process. Tests and {@code
 * spring-boot:test-run} share it; nothing here is shipped.
 */
@NullMarked
package io.tierline.stack;

import org.jspecify.annotations.NullMarked;
