package io.tierline.policy;

import io.tierline.timeline.Role;
import io.tierline.timeline.Visibility;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What {@code policy.yaml} says, read and checked in itself. Maps keep the file's order. */
record Declaration(
    String pack,
    String version,
    String language,
    Map<String, Tier> tiers,
    Map<String, Word> severities,
    Map<String, TicketType> types,
    Map<String, Field> opening,
    Map<String, Field> fields,
    Facts facts,
    Map<String, Kind> kinds,
    Map<String, Set<String>> statuses,
    Map<String, State> states,
    Map<String, Assessment> assessments,
    @Nullable QueueRule queue,
    Map<String, PauseRule> pauses,
    Map<String, ClockRule> clocks,
    Map<String, GroundRule> grounds,
    Map<String, CalloutRule> callouts,
    Map<Role, Long> backdating,
    Map<String, CalendarRule> calendars,
    Map<String, Map<String, Object>> agreements,
    Map<String, ReadingRule> readings,
    List<Vocabulary.Notice> notices,
    @Nullable AlertDeclaration alerts,
    Map<String, List<String>> clauses) {

  /** The names of the assessments that are taken before severity, or of those after everything. */
  List<String> assessed(boolean last) {
    return assessments.keySet().stream()
        .filter(name -> assessments.get(name).last() == last)
        .toList();
  }

  /** A label by language and the clauses behind a code. */
  record Word(Map<String, String> label, List<String> clauses) {}

  /**
   * A support tier.
   *
   * @param handsOver whether a ticket opened here asks for the next tier at once
   * @param calendar when it is at work, a calendar of the pack; null if around the clock
   * @param speaksAs the tier as which those outside see it; null if they see it as it is
   */
  record Tier(
      String code,
      String side,
      String group,
      boolean handsOver,
      @Nullable String calendar,
      @Nullable String speaksAs,
      Word word) {

    boolean vendor() {
      return side.equals("vendor");
    }
  }

  /**
   * A type of ticket.
   *
   * @param model the model that carries it while it is open; null for the usual one
   */
  record TicketType(@Nullable String model, Word word) {}

  /**
   * A ground for closing.
   *
   * @param by the actors and roles who may close on it; whoever may close if none is named
   */
  record GroundRule(List<String> by, Word word) {}

  /**
   * A field of a ticket or of an entry's data.
   *
   * @param absent what tables see where nothing was said
   * @param values the codes with their labels
   * @param endings how the names of files in it may end; anyhow if none is named
   * @param by the actors and roles who may say it; anybody if none is named
   */
  record Field(
      String name,
      FieldType type,
      boolean required,
      @Nullable String absent,
      Map<String, Map<String, String>> values,
      List<String> endings,
      List<String> by,
      Word word) {}

  /**
   * What is observed outside, by the fact's name.
   *
   * @param moments instants: tables see a flag
   * @param measures numbers: tables see a flag
   * @param registers codes of a register: tables see them
   */
  record Facts(
      Map<String, Moment> moments, Map<String, Measure> measures, Map<String, Field> registers) {}

  /** An observed instant; tables see the flag, true while it has not passed. */
  record Moment(String flag, Word word) {}

  /** An observed number; tables see the flag, true while the latest one is above a limit. */
  record Measure(String flag, BigDecimal above, Word word) {}

  /**
   * A kind of entry.
   *
   * @param fields whether it may carry ticket fields
   * @param text whether a free text goes with it
   * @param visibility who may read it unless its recorder says otherwise
   * @param mayBeHidden whether its recorder may show it to fewer
   * @param choice what somebody says who chooses it in a form; empty for its label
   */
  record Kind(
      boolean fields,
      boolean text,
      Visibility visibility,
      boolean mayBeHidden,
      Map<String, Field> data,
      Map<String, String> choice,
      Word word) {

    /** Whether somebody on the ticket may not get to see it. */
    boolean hideable() {
      return mayBeHidden || visibility != Visibility.ALL;
    }
  }

  /** A state: the value of the latest entry that sets one. */
  record State(String absent, Map<String, Trigger> values, Word word) {}

  /**
   * A decision of the pack's own, taken before severity: its answer is an input of every table that
   * is asked later.
   *
   * @param last whether it is taken after everything else instead: it may ask for the severity and
   *     the turn, and no other table for its answer
   * @param values the codes that it may answer, with their labels
   */
  record Assessment(boolean last, Map<String, Map<String, String>> values, Word word) {}

  /**
   * How an ambiguous clause is understood.
   *
   * @param value the reading in force
   * @param alternatives the others
   * @param input under which name tables and triggers see it; null if none does
   */
  record ReadingRule(String value, List<String> alternatives, @Nullable String input) {}

  /** While it runs, the clocks that name it stand still and it is the turn of {@code turn}. */
  record PauseRule(Trigger from, Trigger to, @Nullable String turn, Word word) {}

  /** What another promise does to a running clock. */
  enum Change {
    /** Both hold; the one that breaks first decides. Each counts from when it was made. */
    EARLIEST,
    /** The old promise stays. */
    KEEP,
    /** The new one, as if it had been made at the start, with the same pauses. */
    REBASE,
    /** The new one, from now on. */
    RESTART
  }

  /** Why a clock promises what it does. */
  enum Occasion {
    START,
    SEVERITY,
    TIER,
    ROUTE,
    POLICY,
    TYPE,
    FACT,
    /** Only the policy that took over knows it. */
    NEW_POLICY,
    /** It is taken up again; what that does is what another severity does. */
    RESUMPTION,
    /** An earlier policy had promised it. */
    EARLIER_POLICY;

    /** What it does to a promise before it. */
    Change of(Changes changes) {
      return switch (this) {
        case START, EARLIER_POLICY -> Change.REBASE;
        case SEVERITY, RESUMPTION -> changes.severity();
        case TIER -> changes.tier();
        case ROUTE -> changes.route();
        case POLICY -> changes.policy();
        case TYPE -> changes.type();
        case FACT -> changes.fact();
        case NEW_POLICY -> Change.RESTART;
      };
    }
  }

  /** What gives a running clock another promise, each with what it does. */
  record Changes(
      Change severity, Change tier, Change route, Change policy, Change type, Change fact) {}

  /**
   * A word in time before a clock runs out.
   *
   * @param share of the budget, in percent; null if {@code before} is given
   * @param before time left, counted as the budget is; null if {@code share} is given
   */
  record ReminderRule(String name, @Nullable Long share, @Nullable Duration before, Word word) {}

  /**
   * A promise of time; its budget comes from the table {@code timers}.
   *
   * @param input under which name late tables see whether it runs or has run out; null if none does
   * @param resumable the kinds that a clock can be taken up again from after they stopped it; any
   *     if none is named
   */
  record ClockRule(
      String name,
      @Nullable String input,
      String owner,
      boolean recurring,
      Trigger start,
      Trigger restart,
      Trigger resume,
      Set<String> resumable,
      Trigger stop,
      List<String> pauses,
      Changes changes,
      List<ReminderRule> reminders,
      Word word) {}

  /** Whom to call. */
  record CalloutRule(String role, String group, Word word) {}

  /** A calendar that budgets may name; null if the agreement has to bring it. */
  record CalendarRule(io.tierline.time.@Nullable BusinessCalendar calendar, Word word) {}
}
