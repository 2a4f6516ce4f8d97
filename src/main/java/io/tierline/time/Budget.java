package io.tierline.time;

import java.time.Duration;

/**
 * How much time there is, counted while the calendar is open.
 *
 * @param calendar around the clock where elapsed time is meant
 */
public record Budget(BusinessCalendar calendar, Duration time) {}
