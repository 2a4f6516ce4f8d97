/** The packs' own examples, {@code rules/<pack>/cases/*.yaml}: reading them, running them. */
@NullMarked
package io.tierline.cases;

import org.jspecify.annotations.NullMarked;
