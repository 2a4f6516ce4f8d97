package io.tierline.policy;

import io.tierline.policy.Declaration.Tier;
import io.tierline.policy.Judgement.JudgedBy;
import io.tierline.policy.Rules.Finding;
import io.tierline.time.BusinessCalendar;
import io.tierline.time.Reckoning;
import io.tierline.timeline.Entry;
import io.tierline.timeline.Timeline;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Judges timelines by a compiled pack: a pure function. */
final class Judge {

  /** Changes when the same timeline, pack and calendars would be judged differently. */
  private static final String VERSION = "9";

  private final Declaration declaration;
  private final Inputs inputs;
  private final Decisions decisions;
  private final Rules rules;
  private final Calendars calendars;
  private final Permissions permissions;

  Judge(Declaration declaration, Inputs inputs, Decisions decisions, Rules rules) {
    this(
        declaration,
        inputs,
        decisions,
        rules,
        new Calendars(declaration.calendars(), CalendarData.NONE));
  }

  private Judge(
      Declaration declaration,
      Inputs inputs,
      Decisions decisions,
      Rules rules,
      Calendars calendars) {
    this.declaration = declaration;
    this.inputs = inputs;
    this.decisions = decisions;
    this.rules = rules;
    this.calendars = calendars;
    permissions =
        new Permissions(
            decisions.tables().get("permission"),
            Actors.of(declaration),
            declaration.kinds().keySet());
  }

  /** The same judge with other calendar data. */
  Judge with(CalendarData data) {
    return new Judge(declaration, inputs, decisions, rules, calendars.with(data));
  }

  Calendars calendars() {
    return calendars;
  }

  Judgement judge(Timeline timeline, Instant instant) {
    Instant now = instant.truncatedTo(ChronoUnit.MILLIS);
    List<Entry> entries = timeline.asOf(now).entries();
    Observed observed = Observed.of(entries, declaration.facts().moments());
    Course course = course(entries, observed, now);
    List<Reading> clocks = clocks(course, observed, now);
    course.assessments().see(clocks);
    List<Finding> findings = rules.fire(facts(course, clocks));
    Judgement judgement = judgement(course, clocks, findings, observed);
    return judgement.with(
        judgement.clocks(),
        judgement.callouts(),
        nextChange(
            ahead(clocks, now),
            observed.flips().filter(flip -> flip.isAfter(now)),
            flip -> !judgement.equals(judgement(course.at(flip), clocks, findings, observed))));
  }

  /** Reads a timeline as judging does, with notes of which entry did what; dearer by far. */
  Retold retell(Timeline timeline, Instant instant) {
    Instant now = instant.truncatedTo(ChronoUnit.MILLIS);
    List<Entry> entries = timeline.asOf(now).entries();
    Observed observed = Observed.of(entries, declaration.facts().moments());
    Course course = new Course(declaration, inputs, decisions, observed);
    Chronicle chronicle = new Chronicle(course);
    entries.forEach(chronicle::take);
    return new Retold(now, chronicle, reader(course, observed, now));
  }

  /** What is promised in every round of every clock, for a policy that takes over. */
  List<Promised> promised(Timeline timeline, Instant instant) {
    Instant now = instant.truncatedTo(ChronoUnit.MILLIS);
    List<Entry> entries = timeline.asOf(now).entries();
    Observed observed = Observed.of(entries, declaration.facts().moments());
    Course course = course(entries, observed, now);
    ClockReader reader = reader(course, observed, now);
    return course.clocks.stream().flatMap(clock -> reader.promised(clock).stream()).toList();
  }

  /** The open clocks whose calendars end, and the unknown ones. */
  List<Ending> endings(Timeline timeline, Instant instant) {
    Instant now = instant.truncatedTo(ChronoUnit.MILLIS);
    List<Entry> entries = timeline.asOf(now).entries();
    Observed observed = Observed.of(entries, declaration.facts().moments());
    Course course = course(entries, observed, now);
    return new Endings(reader(course, observed, now)).of(course);
  }

  /** Why an entry of {@code calendar-changed} can't be taken; null if it can. */
  @Nullable String wrong(Timeline timeline, Entry changed) {
    List<Entry> entries = timeline.plus(changed).entries();
    CalendarChange change = CalendarChange.of(changed);
    return change.dates().fault() != null
        ? change.dates().fault()
        : calendars.find(
                    change.calendar(),
                    Observed.of(entries, declaration.facts().moments()),
                    CalendarChange.on(entries))
                instanceof Reckoning.Unknown<BusinessCalendar> unknown
            ? unknown.reason()
            : null;
  }

  /** What tables see of a timeline at an instant when somebody wants to record an entry. */
  Map<String, Object> values(Timeline timeline, Proposal proposal, Instant now) {
    List<Entry> entries = timeline.asOf(now).entries();
    Observed observed = Observed.of(entries, declaration.facts().moments());
    Course course = course(entries, observed, now);
    if (declaration.clocks().values().stream().anyMatch(clock -> clock.input() != null)) {
      course.assessments().see(clocks(course, observed, now));
    }
    course.consider(proposal);
    return course.values;
  }

  private Course course(List<Entry> entries, Observed observed, Instant now) {
    Course course = new Course(declaration, inputs, decisions, observed);
    entries.forEach(course::take);
    course.arrive(now);
    return course;
  }

  private List<Reading> clocks(Course course, Observed observed, Instant now) {
    ClockReader reader = reader(course, observed, now);
    List<Reading> readings = new ArrayList<>();
    course.clocks.forEach(clock -> readings.addAll(reader.read(clock)));
    return readings;
  }

  private ClockReader reader(Course course, Observed observed, Instant now) {
    Eras eras = new Eras(calendars, observed, CalendarChange.on(course.read));
    return new ClockReader(
        now,
        declaration.pack() + "@" + declaration.version(),
        eras.last(),
        eras.ended(),
        course::pauses);
  }

  private static List<Object> facts(Course course, List<Reading> clocks) {
    List<Object> facts = new ArrayList<>(course.read);
    clocks.forEach(reading -> facts.add(reading.clock()));
    return facts;
  }

  /** Without the next change, which takes judging that one too. */
  private Judgement judgement(
      Course course, List<Reading> clocks, List<Finding> findings, Observed observed) {
    Handovers handovers = course.handovers();
    Tier tier = handovers.tier();
    return new Judgement(
        course.status(),
        course.opened() ? (String) course.values.get("type") : null,
        course.severity(),
        tier == null ? null : tier.code(),
        tier == null ? null : tier.group(),
        tier == null ? null : tier.side(),
        course.turn(),
        List.copyOf(handovers.missing().keySet()),
        handovers.missing(),
        handovers.scope(),
        course.assessments().answers(),
        clocks.stream().map(Reading::clock).toList(),
        permissions.allowed(course.values),
        new Grounds(decisions, declaration.grounds()).of(course, findings),
        new Callouts(decisions, declaration.callouts()).of(course, clocks, findings),
        null,
        new JudgedBy(
            declaration.pack(), declaration.version(), calendars.version(observed), VERSION));
  }

  /** Breaches and reminders to come. */
  private static Stream<Instant> ahead(List<Reading> clocks, Instant now) {
    return clocks.stream()
        .filter(reading -> reading.clock().open())
        .flatMap(Reading::changes)
        .filter(change -> change.isAfter(now) && !change.equals(Instant.MAX));
  }

  /**
   * The first breach or reminder to come, or an observed moment to come before it, if that makes a
   * difference: any table may read its flag. Clocks and rules don't.
   */
  private static @Nullable Instant nextChange(
      Stream<Instant> breaches, Stream<Instant> flips, Predicate<Instant> differs) {
    Instant breach = breaches.min(Instant::compareTo).orElse(Instant.MAX);
    return flips
        .filter(flip -> flip.isBefore(breach))
        .sorted()
        .filter(differs)
        .findFirst()
        .orElse(breach.equals(Instant.MAX) ? null : breach);
  }
}
