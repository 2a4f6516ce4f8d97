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
 */
public record Question(String clock, @Nullable Integer round, Predicate<Entry> readable) {}
