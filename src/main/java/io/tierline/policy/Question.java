package io.tierline.policy;

import io.tierline.timeline.Entry;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * How did a clock come to stand where it does?
 *
 * @param clock the clock's name in its pack
 * @param round which round; null for the latest
 * @param readable which entries the asker may read; of others only the instant is told
 * @param outside whether the asker is not the vendor's, and sees its tiers as they speak
 */
public record Question(
    String clock, @Nullable Integer round, Predicate<Entry> readable, boolean outside) {

  /** A question of somebody who may know every tier. */
  public Question(String clock, @Nullable Integer round, Predicate<Entry> readable) {
    this(clock, round, readable, false);
  }
}
