/** Tierline: support escalations as policies over timelines. */
@NullMarked
package io.tierline;

import org.jspecify.annotations.NullMarked;
