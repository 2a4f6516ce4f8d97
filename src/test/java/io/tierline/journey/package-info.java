/** What people and machines do with a running server, on the real parts. */
@NullMarked
package io.tierline.journey;

import org.jspecify.annotations.NullMarked;
