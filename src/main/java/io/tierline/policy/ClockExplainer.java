package io.tierline.policy;

import io.tierline.policy.Chronicle.Notes;
import io.tierline.policy.Chronicle.Spell;
import io.tierline.policy.Explanation.Mark;
import io.tierline.policy.Explanation.Standstill;
import io.tierline.time.BusinessCalendar;
import io.tierline.time.Countdown;
import io.tierline.time.Pauses;
import io.tierline.time.Pauses.Pause;
import io.tierline.time.Reckoning;
import io.tierline.time.Shift;
import io.tierline.timeline.Entry;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Explains the clocks of a chronicle. */
record ClockExplainer(
    Declaration declaration,
    Chronicle chronicle,
    ClockReader reader,
    Instant now,
    Predicate<Entry> readable,
    Faces faces) {

  /** A clock, and the round of it that is explained; null while it is pending. */
  Explanation explain(ClockCourse course, @Nullable Round round, Clock clock) {
    Notes notes = round == null ? new Notes() : chronicle.of(round);
    ClockReader.Run run = round == null || round.empty() ? null : reader.run(course.rule, round);
    Instant end = round == null ? null : round.end();
    Figures figures = Figures.of(run, zone(run), end == null ? now : end);
    return new Explanation(
        now,
        clock,
        figures.resolved(),
        run == null ? List.of() : changed(reader.changes(course.rule, round, run)),
        promises(course, round, notes, run),
        mark(notes.started),
        clock.stoppedAt() == null ? null : mark(stopped(notes)),
        mark(notes.cancelled),
        figures.elapsed(),
        figures.left(),
        figures.segments(),
        figures.omitted(),
        run == null || run.countdown() == null
            ? List.of()
            : standstills(course, notes, run.countdown(), end),
        figures.closed(),
        Moves.severityChange(course, clock),
        Moves.changes(course, clock),
        new Remindings(course.rule, clock, run, now).all(),
        Moves.of(declaration, course, clock, faces),
        figures.reason(clock),
        Map.of());
  }

  private String zone(ClockReader.@Nullable Run run) {
    return run != null
            && reader.calendars().apply(run.promise().calendar())
                instanceof Reckoning.Known<BusinessCalendar> known
        ? known.value().zone().getId()
        : ZoneOffset.UTC.getId();
  }

  /** A clock that was cancelled shows its cancelling as its end. */
  private static @Nullable Entry stopped(Notes notes) {
    return notes.cancelled == null ? notes.stopped : null;
  }

  private List<Explanation.Changed> changed(List<CalendarChange> changes) {
    return changes.stream().map(this::changed).toList();
  }

  private Explanation.Changed changed(CalendarChange change) {
    ChangedDates dates = change.dates();
    Map<LocalDate, List<String>> days = new TreeMap<>();
    dates.days().forEach((date, shifts) -> days.put(date, texts(shifts)));
    return new Explanation.Changed(
        change.calendar(), known(change.entry()), dates.closed(), dates.opened(), days);
  }

  private static List<String> texts(List<Shift> shifts) {
    return shifts.stream().map(Shift::toString).toList();
  }

  private List<Explanation.Made> promises(
      ClockCourse course, @Nullable Round round, Notes notes, ClockReader.@Nullable Run run) {
    if (round == null) {
      return List.of();
    }
    Fates fates = new Fates(reader, course.rule, round);
    return round.promises.stream().map(held -> made(held, notes.of(held), fates, run)).toList();
  }

  private Explanation.Made made(
      Round.Held held, Chronicle.Brought brought, Fates fates, ClockReader.@Nullable Run run) {
    Promise promise = held.promise();
    return new Explanation.Made(
        held.since(),
        known(brought.entry()),
        brought.severity(),
        promise.amount() == null ? null : promise.amount().count(),
        promise.amount() == null ? null : promise.amount().unit().code(),
        DeclarationReader.code(held.occasion()),
        DeclarationReader.code(held.change()),
        fates.of(held),
        run != null && run.promise() == promise,
        promise.why());
  }

  private List<Standstill> standstills(
      ClockCourse course, Notes notes, Countdown countdown, @Nullable Instant end) {
    List<Spell> spells = new ArrayList<>(notes.interruptions);
    course.rule.pauses().forEach(name -> spells.addAll(chronicle.spells(name)));
    return spells.stream()
        .sorted(Comparator.comparing(spell -> spell.began().at()))
        .flatMap(spell -> standstill(spell, countdown, end).stream())
        .toList();
  }

  /** None if it lay outside the time in which the clock would have run. */
  private Optional<Standstill> standstill(Spell spell, Countdown countdown, @Nullable Instant end) {
    Instant from = spell.began().at();
    Instant to = spell.ended() == null ? Instant.MAX : spell.ended().at();
    Pauses within =
        new Pauses(List.of(new Pause(from, to)))
            .within(countdown.start(), end == null ? Instant.MAX : end);
    if (within.spans().isEmpty()) {
      return Optional.empty();
    }
    Countdown alone = new Countdown(countdown.start(), countdown.budget(), within);
    return Optional.of(
        new Standstill(
            spell.pause(),
            spell.turn(),
            from,
            spell.ended() == null ? null : to,
            alone.paused(end == null ? now : end).toString(),
            known(spell.began()),
            mark(spell.ended())));
  }

  private @Nullable Mark mark(@Nullable Entry entry) {
    return entry == null ? null : known(entry);
  }

  private Mark known(Entry entry) {
    return readable.test(entry)
        ? new Mark(entry.at(), entry.seq(), entry.kind(), faces.actor(entry.by().code()))
        : new Mark(entry.at(), null, null, null);
  }
}
