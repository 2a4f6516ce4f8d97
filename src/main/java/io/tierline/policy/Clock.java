package io.tierline.policy;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.tierline.time.Unit;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One clock of a judgement: a promise and how far it has run.
 *
 * @param name the clock's name in its pack, such as {@code response}
 * @param round numbers recurring duties from 1; 1 for all others
 * @param state where it stands at the judgement's instant
 * @param breached whether more than the budget has elapsed, also if it was stopped later
 * @param owner whose duty it is: {@code vendor}, {@code reseller} or {@code customer}
 * @param budget the promise as the pack words it, such as {@code 4} of {@code unit} hours; null if
 *     not applicable or not started
 * @param unit minutes, hours, business-hours, business-days, calendar-days, calendar-weeks or
 *     calendar-months
 * @param startedAt UTC; null while pending
 * @param dueAt the earliest instant at which the whole budget has elapsed, UTC; null while an
 *     open-ended pause runs, and where there is no such instant
 * @param stoppedAt UTC; null while it runs
 * @param pausedFor what pauses took so far of the time that the budget counts (of business time
 *     their open hours alone), as ISO-8601 duration; null if none
 * @param reminders the words in time before it runs out, in the pack's order
 * @param pack pack and version that gave the budget, such as {@code acme@2020-10-02}
 * @param why the row and clauses of the budget
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Clock(
    String name,
    int round,
    ClockState state,
    boolean breached,
    String owner,
    @Nullable Long budget,
    @Nullable String unit,
    @Nullable Instant startedAt,
    @Nullable Instant dueAt,
    @Nullable Instant stoppedAt,
    @Nullable String pausedFor,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Reminder> reminders,
    String pack,
    Why why) {

  /**
   * A word in time before a clock runs out.
   *
   * @param name the reminder's name in its pack
   * @param at when it is given, UTC; null while an open-ended pause runs before it, and where the
   *     calendar isn't known
   * @param reached whether it was given: the clock was still running then
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Reminder(String name, @Nullable Instant at, boolean reached) {}

  /** Judgements on record from before there were reminders have none. */
  public Clock {
    reminders = reminders == null ? List.of() : List.copyOf(reminders);
  }

  /**
   * This clock without the time that pauses took, which grows all the while, and, where it is
   * unknown, without how far its calendar is known.
   */
  Clock still() {
    Why ground =
        state == ClockState.UNKNOWN ? new Why(why.decision(), why.row(), why.clauses(), null) : why;
    return new Clock(
        name, round, state, breached, owner, budget, unit, startedAt, dueAt, stoppedAt, null,
        reminders, pack, ground);
  }

  /** Whether it counts open hours, and so asks how far a calendar is known. */
  public boolean countsHours() {
    return unit != null && Unit.of(unit).filter(Unit::counts).isPresent();
  }

  /** Whether it still asks somebody to act: running, paused, or breached and not stopped. */
  public boolean open() {
    return stoppedAt == null
        && (state == ClockState.RUNNING
            || state == ClockState.PAUSED
            || state == ClockState.BREACHED);
  }
}
