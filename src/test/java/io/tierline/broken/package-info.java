/** Parts are killed under load, and what was acknowledged is compared with what is there. */
@NullMarked
package io.tierline.broken;

import org.jspecify.annotations.NullMarked;
