package io.tierline.policy;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a policy says of a timeline at an instant.
 *
 * @param status {@code new} (nothing opened yet), {@code open}, {@code solved} (the vendor
 *     delivered, acceptance is out) or {@code closed}
 * @param type the ticket's type; null before it is opened
 * @param severity the severity and why
 * @param tier the tier in charge
 * @param group the people of that tier, as Tasklist knows them
 * @param side whose tier it is: {@code vendor} or {@code reseller}
 * @param turn who has to act next: {@code vendor}, {@code reseller}, {@code customer}, {@code
 *     third-party} or {@code none}
 * @param missing names of the fields that the next handover lacks
 * @param missingWhy for each missing field, the row and clauses that demand it
 * @param scope the tier that the problem belongs to by its nature, and why
 * @param assessments what the pack's own decisions answer, by their names, and why
 * @param clocks every clock of the pack, recurring ones with every round, in the pack's order
 * @param allowed for each actor code, such as {@code agent/L3}, the kinds it may record now
 * @param closure every ground for closing
 * @param callouts who must be called
 * @param nextChangeAt the first millisecond at which this judgement would differ although nothing
 *     happened, UTC; null if never
 * @param by what judged
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Judgement(
    String status,
    @Nullable String type,
    Answer severity,
    @Nullable String tier,
    @Nullable String group,
    @Nullable String side,
    String turn,
    List<String> missing,
    Map<String, Why> missingWhy,
    Answer scope,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, Answer> assessments,
    List<Clock> clocks,
    Map<String, List<String>> allowed,
    List<Ground> closure,
    List<Callout> callouts,
    @Nullable Instant nextChangeAt,
    JudgedBy by) {

  /**
   * What makes the same timeline give the same judgement.
   *
   * @param pack the pack's id
   * @param version the pack's version
   * @param calendar the version of the calendar data
   * @param judge the version of the judge's code
   */
  public record JudgedBy(String pack, String version, String calendar, String judge) {}

  /** Judgements on record from before there were assessments have none. */
  public Judgement {
    assessments = assessments == null ? Map.of() : assessments;
  }

  /** The latest round of a clock. */
  public Optional<Clock> clock(String name) {
    return clocks.stream()
        .filter(clock -> clock.name().equals(name))
        .max(Comparator.comparingInt(Clock::round));
  }

  /** The latest round of each clock, for those whom what is over doesn't concern. */
  public List<Clock> latest() {
    return List.copyOf(
        clocks.stream()
            .collect(
                Collectors.toMap(
                    Clock::name,
                    clock -> clock,
                    (one, other) -> one.round() > other.round() ? one : other,
                    LinkedHashMap::new))
            .values());
  }

  /** The open clock of the side in charge that ends first; one without an end comes last. */
  @JsonIgnore
  public Optional<Clock> nextDuty() {
    return clocks.stream()
        .filter(clock -> clock.open() && clock.owner().equals(side))
        .min(Comparator.comparing(Clock::dueAt, Comparator.nullsLast(Comparator.naturalOrder())));
  }

  /** The clock of a side that ends first, of those that aren't paused. */
  public Optional<Clock> duty(String owner) {
    return clocks.stream()
        .filter(clock -> clock.open() && clock.state() != ClockState.PAUSED)
        .filter(clock -> clock.owner().equals(owner) && clock.dueAt() != null)
        .min(Comparator.comparing(Clock::dueAt));
  }

  /** This judgement with other clocks, callouts and next change, for those who compare or show. */
  public Judgement with(
      List<Clock> clocks, List<Callout> callouts, @Nullable Instant nextChangeAt) {
    return with(clocks, callouts, nextChangeAt, by);
  }

  /**
   * This judgement as another would have put it: by who made that, with what judgements on record
   * may not say yet taken from there.
   */
  public Judgement inWordsOf(Judgement other) {
    Map<String, Callout> theirs =
        other.callouts.stream()
            .collect(Collectors.toMap(Callout::code, callout -> callout, (one, next) -> one));
    return new Judgement(
        status,
        type == null ? other.type : type,
        severity,
        tier,
        group,
        side,
        turn,
        missing,
        missingWhy,
        scope,
        assessments,
        clocks,
        allowed,
        closure,
        callouts.stream().map(callout -> callout.inWordsOf(theirs.get(callout.code()))).toList(),
        nextChangeAt,
        other.by);
  }

  /** This judgement as if it had been made by that. */
  public Judgement under(JudgedBy other) {
    return with(clocks, callouts, nextChangeAt, other);
  }

  private Judgement with(
      List<Clock> clocks, List<Callout> callouts, @Nullable Instant nextChangeAt, JudgedBy by) {
    return new Judgement(
        status,
        type,
        severity,
        tier,
        group,
        side,
        turn,
        missing,
        missingWhy,
        scope,
        assessments,
        clocks,
        allowed,
        closure,
        callouts,
        nextChangeAt,
        by);
  }

  /** What nothing but an event or {@code nextChangeAt} changes: without elapsed figures. */
  public Judgement still() {
    return with(clocks.stream().map(Clock::still).toList(), callouts, null);
  }

  /** The callouts that nobody has taken yet. */
  @JsonIgnore
  public List<Callout> openCallouts() {
    return callouts.stream().filter(callout -> !callout.answered()).toList();
  }
}
