package io.tierline.ticket;

import io.tierline.policy.Judgement;
import io.tierline.timeline.Entry;
import org.jspecify.annotations.Nullable;

/**
 * An entry was recorded. Published as a Spring application event inside the door's transaction,
 * while the subject is locked: a listener that throws undoes the entry.
 *
 * @param number the ticket's number
 * @param generation counts from 1; a reopening makes the next
 * @param entry the entry
 * @param before the judgement before it; null at the opening
 * @param judgement the judgement after it
 */
public record EntryRecorded(
    String number, int generation, Entry entry, @Nullable Judgement before, Judgement judgement) {}
