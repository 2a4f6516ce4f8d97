package io.tierline.release;

import io.tierline.policy.Vocabulary.Notice;
import java.util.List;

/**
 * A version of a pack has replaced another one, for whatever is opened from now on. Published
 * inside the transaction that stores it.
 *
 * @param former the version that was active before
 * @param language the pack's
 * @param notices what the pack has to say about it: those on {@link Notice#RELEASED}
 */
public record PackReleased(
    String pack, String version, String former, String language, List<Notice> notices) {}
