package io.tierline.release;

/**
 * A version of a pack has replaced another one, for whatever is opened from now on. Published
 * inside the transaction that stores it.
 *
 * @param former the version that was active before
 */
public record PackReleased(String pack, String version, String former) {}
