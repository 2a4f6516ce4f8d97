package io.tierline.release;

import java.time.Instant;

/**
 * A version of a pack that was taken.
 *
 * @param takenAt when, UTC
 * @param origin where it came from
 */
record PackVersion(String pack, String version, Instant takenAt, Origin origin) {

  PackVersion withoutName() {
    return new PackVersion(pack, version, takenAt, origin.withoutName());
  }
}
