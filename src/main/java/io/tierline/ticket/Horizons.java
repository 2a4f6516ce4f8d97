package io.tierline.ticket;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What whoever adds years to calendars may ask of tickets, and have done to them. */
public interface Horizons {

  /**
   * Whether an open ticket has clocks whose calendars are known to just this date.
   *
   * @param agreement only tickets under it; null for all of the pack
   */
  boolean ends(String pack, @Nullable String agreement, LocalDate knownTo);

  /**
   * Has open tickets with unknown clocks judged anew that were judged before a supplement was
   * taken: the alarms take them, when they come to it.
   *
   * @param taken the place of the pack's last supplement
   * @param limit how many at most
   * @return how many
   */
  int judgeAnew(String pack, long taken, int limit);
}
