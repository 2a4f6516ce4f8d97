package io.tierline.release;

import java.time.Instant;

/**
 * A version of a pack that was taken.
 *
 * @param takenAt when, UTC
 */
record PackVersion(String pack, String version, Instant takenAt) {}
