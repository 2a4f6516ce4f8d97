package io.tierline.process;

import org.jspecify.annotations.Nullable;

/**
 * What a process instance works on.
 *
 * @param ticket the ticket's number
 * @param generation counts from 1; a reopening makes the next
 * @param incident the incident's number; null unless it is one's process
 * @param callout the callout that the incident is about; null unless it is one's process
 */
record Subject(
    String ticket, int generation, @Nullable String incident, @Nullable String callout) {}
