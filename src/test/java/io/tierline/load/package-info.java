/**
 * Figures: what the packaged server does on the real parts, beside what the parts do by themselves
 * in the same run. Run one at a time, by name; no build runs them.
 */
@NullMarked
package io.tierline.load;

import org.jspecify.annotations.NullMarked;
