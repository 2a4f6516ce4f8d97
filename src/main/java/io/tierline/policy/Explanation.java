package io.tierline.policy;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A clock and how it came to stand where it does. The same timeline, pack, calendars and instant
 * give the same explanation, to the byte. Durations are ISO-8601, instants UTC.
 *
 * @param at the instant of the judgement
 * @param clock the clock as it stands then
 * @param resolved what the decisive promise came to; null if nothing is promised or it can't be
 *     told
 * @param changed how the calendar that it counts in was changed, in order
 * @param promises every promise of the round, in order
 * @param startedBy what started the round; null while it is pending
 * @param stoppedBy what stopped it; null while it runs
 * @param cancelledBy what cancelled it; null if nothing did
 * @param elapsed the sum of all that counted; null if it can't be told
 * @param left budget minus elapsed, negative once more has elapsed; null if it can't be told
 * @param segments what counted, in order: at most the first {@value #MOST_SEGMENTS}
 * @param omitted what further segments come to; null if all are listed
 * @param standstills pauses and interruptions, each whole: they may overlap
 * @param closed days skipped from the start to the due instant, or to the end if that is later
 * @param severityChange what another severity does: {@code earliest}, {@code keep}, {@code rebase}
 *     or {@code restart}; null if it can't do anything any more
 * @param changes what another {@code tier}, {@code route} or {@code policy} does, in the same
 *     words; empty if it can't do anything any more
 * @param remindings its reminders, in the pack's order
 * @param moves what would move it now
 * @param reason why there are no figures; null otherwise
 * @param texts the same to be read, in the pack's language and in English, by language
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Explanation(
    Instant at,
    @JsonUnwrapped Clock clock,
    @Nullable Resolved resolved,
    List<Changed> changed,
    List<Made> promises,
    @Nullable Mark startedBy,
    @Nullable Mark stoppedBy,
    @Nullable Mark cancelledBy,
    @Nullable String elapsed,
    @Nullable String left,
    List<Segment> segments,
    @Nullable Omitted omitted,
    List<Standstill> standstills,
    Closed closed,
    @Nullable String severityChange,
    Map<String, String> changes,
    List<Reminding> remindings,
    List<Move> moves,
    @Nullable String reason,
    Map<String, String> texts) {

  /** How many segments are listed: forty-eight weeks with two openings a day are 480. */
  public static final int MOST_SEGMENTS = 1_000;

  /**
   * An entry, as far as the reader may see it.
   *
   * @param at when it happened
   * @param seq its place on the timeline; null if the reader may not see it, like what follows
   * @param kind what happened
   * @param by role and tier
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Mark(Instant at, @Nullable Long seq, @Nullable String kind, @Nullable String by) {}

  /**
   * A promise as it was resolved into time.
   *
   * @param calendar the calendar that it counts in, as the pack names it
   * @param zone where its local times lie
   * @param from from when it counts
   * @param opens the first open instant from then on
   * @param time how much open time it comes to
   * @param before the instant before which it ends, counted backwards; null if it counts from its
   *     start
   * @param unpaused when all of it has elapsed if nothing pauses it; null past the calendar
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Resolved(
      String calendar,
      String zone,
      Instant from,
      Instant opens,
      String time,
      @Nullable Instant before,
      @Nullable Instant unpaused) {}

  /**
   * Dates of its calendar that an entry made different from what was known.
   *
   * @param closed dates that became closed
   * @param opened dates that got the hours of their weekday
   * @param days dates with hours of their own, such as 08:00-12:00
   */
  public record Changed(
      String calendar,
      Mark by,
      Set<LocalDate> closed,
      Set<LocalDate> opened,
      Map<LocalDate, List<String>> days) {}

  /**
   * A promise that was made.
   *
   * @param since from when it held
   * @param by the entry that brought it
   * @param severity the severity that it was made for
   * @param amount null, like the unit, where nothing is promised
   * @param unit minutes, hours, business-hours, business-days, calendar-days, calendar-weeks or
   *     calendar-months
   * @param cause why it was made: {@code start}, {@code severity}, {@code tier}, {@code route},
   *     {@code policy}, {@code resumption}, or {@code earlier-policy} for what one had promised
   * @param change what it does to the one before it: {@code earliest}, {@code rebase} or {@code
   *     restart}
   * @param outcome what became of it: {@code counts}; {@code replaced} or {@code overtaken} (broken
   *     later than the next) by another; {@code later} than one that goes on counting; {@code
   *     too-late}, for the one before was broken by then; {@code nothing} is promised
   * @param decisive whether it is the one that counts
   * @param why row and clauses
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Made(
      Instant since,
      Mark by,
      @Nullable String severity,
      @Nullable Long amount,
      @Nullable String unit,
      String cause,
      String change,
      String outcome,
      boolean decisive,
      Why why) {}

  /**
   * A word in time before the clock runs out.
   *
   * @param share in percent of the budget; null if {@code before} is given
   * @param before how long before its end; null if {@code share} is given
   * @param after after how much of the budget that is; null if there is no such time
   * @param at when it is or was due; null where the clock gives no instant
   * @param state {@code given}, {@code ahead}, {@code waiting} (no instant can be told), {@code
   *     missed} (the clock ended first), {@code before-start}, or {@code none}
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Reminding(
      String name,
      @Nullable Long share,
      @Nullable String before,
      @Nullable String after,
      @Nullable Instant at,
      String state) {}

  /** A span that counted from end to end. */
  public record Segment(Instant from, Instant to, String time) {}

  /** Segments that are not listed. */
  public record Omitted(int segments, Instant from, Instant to, String time) {}

  /**
   * A span in which the clock stood still.
   *
   * @param pause the pack's pause; null if the clock had been stopped and was taken up again
   * @param turn whose turn it was; null if the pause doesn't say
   * @param from when it began, also if that was before the clock
   * @param to when it ended; null while it has no end
   * @param time what it took from the clock, in its open time
   * @param beganBy the entry that began it
   * @param endedBy the entry that ended it; null while it has no end
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Standstill(
      @Nullable String pause,
      @Nullable String turn,
      Instant from,
      @Nullable Instant to,
      String time,
      Mark beganBy,
      @Nullable Mark endedBy) {}

  /** Days without open hours: those of every week, and holidays by date. */
  public record Closed(int weekly, List<LocalDate> holidays) {}

  /**
   * One cause that would move the clock.
   *
   * @param effect {@code start}, {@code stop}, {@code restart}, {@code resume}, {@code pause} or
   *     {@code go-on}
   * @param pause the pause that it begins or ends; null for other effects
   * @param kinds the entries that do it
   * @param by by whom; anybody if empty
   * @param where which data they must carry
   * @param given what must be the case besides: inputs of tables, each with one of some values
   * @param enters the tier whose taking over does it; null if none does
   * @param at their data that say from when the clock runs; null if it is from the entry on
   * @param before their data that say before which instant it ends; null if it counts forwards
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Move(
      String effect,
      @Nullable String pause,
      List<String> kinds,
      List<String> by,
      Map<String, Object> where,
      Map<String, List<String>> given,
      @Nullable String enters,
      @Nullable String at,
      @Nullable String before) {}

  /** This explanation with its texts. */
  Explanation with(Map<String, String> texts) {
    return new Explanation(
        at,
        clock,
        resolved,
        changed,
        promises,
        startedBy,
        stoppedBy,
        cancelledBy,
        elapsed,
        left,
        segments,
        omitted,
        standstills,
        closed,
        severityChange,
        changes,
        remindings,
        moves,
        reason,
        texts);
  }
}
