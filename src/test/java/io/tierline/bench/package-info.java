/** Measurements; run by {@code ./mvnw -Pbench verify}. */
@org.jspecify.annotations.NullUnmarked
package io.tierline.bench;
