package io.tierline.policy;

import io.tierline.policy.Admission.Admitted;
import io.tierline.policy.Admission.Cause;
import io.tierline.policy.Admission.Refused;
import io.tierline.policy.Declaration.Kind;
import io.tierline.timeline.Entry;
import io.tierline.timeline.Kinds;
import io.tierline.timeline.Role;
import io.tierline.timeline.Timeline;
import io.tierline.timeline.Visibility;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Whether somebody may record something now. The checks stand in their order in {@code check}. */
final class Gate {

  private static final String CALENDARS = "policy.yaml#calendars";
  private static final Declaration.Word NO_WORD = new Declaration.Word(Map.of(), List.of());

  private final Declaration declaration;
  private final Decisions decisions;
  private final Judge judge;
  private final When when;

  Gate(Declaration declaration, Decisions decisions, Judge judge) {
    this.declaration = declaration;
    this.decisions = decisions;
    this.judge = judge;
    when = new When(declaration.backdating());
  }

  Admission admit(Timeline timeline, Proposal proposal, Instant instant) {
    Instant now = instant.truncatedTo(ChronoUnit.MILLIS);
    if (proposal.kind().equals(Kinds.CALENDAR_CHANGED) && proposal.by().role() == Role.SYSTEM) {
      return calendarChanged(timeline, proposal, now);
    }
    Kind kind = declaration.kinds().get(proposal.kind());
    if (kind == null) {
      return unknown(proposal.kind());
    }
    DataCheck data = new DataCheck(declaration, proposal.kind(), kind);
    Optional<Refused> refused = check(timeline, proposal, kind, data, now);
    if (refused.isPresent()) {
      return refused.get();
    }
    return new Admitted(
        when.of(proposal, now),
        proposal.visibility() == null ? kind.visibility() : proposal.visibility(),
        data.facts(),
        data.texts());
  }

  /** How a calendar is, nobody needs a pack's leave to say: it is no act on the ticket. */
  private Admission calendarChanged(Timeline timeline, Proposal proposal, Instant now) {
    Instant at = when.of(proposal, now);
    Entry changed =
        new Entry(
            timeline.lastSeq() + 1,
            at,
            now,
            proposal.by(),
            proposal.kind(),
            Visibility.ALL,
            proposal.data());
    Kind raw = new Kind(false, false, Visibility.ALL, false, Map.of(), Map.of(), NO_WORD);
    return when.check(timeline, proposal, raw, now)
        .or(
            () ->
                Optional.ofNullable(judge.wrong(timeline, changed))
                    .map(wrong -> new Refused(Cause.INVALID, CALENDARS, List.of(), wrong)))
        .<Admission>map(refused -> refused)
        .orElseGet(() -> new Admitted(at, Visibility.ALL, proposal.data(), Map.of()));
  }

  private Optional<Refused> check(
      Timeline timeline, Proposal proposal, Kind kind, DataCheck data, Instant now) {
    return data.check(proposal)
        .or(() -> visibility(proposal, kind))
        .or(() -> when.check(timeline, proposal, kind, now))
        .or(() -> permission(timeline, proposal, now))
        .or(() -> new SaidBy(declaration.fields()).check(proposal))
        .or(() -> ground(timeline, proposal, now))
        .or(() -> then(timeline, proposal, now));
  }

  /** What is said to have happened earlier must have been possible then, too. */
  private Optional<Refused> then(Timeline timeline, Proposal proposal, Instant now) {
    Instant at = when.of(proposal, now);
    return at.equals(now)
        ? Optional.empty()
        : permission(timeline, proposal, at).or(() -> ground(timeline, proposal, at));
  }

  /** Who promised somebody an entry must not keep it from him. */
  private Optional<Refused> visibility(Proposal proposal, Kind kind) {
    Visibility wanted = proposal.visibility();
    if (wanted == null
        || wanted == Visibility.ALL
        || wanted == kind.visibility()
        || kind.mayBeHidden()) {
      return Optional.empty();
    }
    return Optional.of(
        new Refused(
            Cause.INVALID,
            "policy.yaml#kinds." + proposal.kind(),
            kind.word().clauses(),
            "Expected '%s' to be visible to '%s', for it may not be hidden, but found the visibility '%s'"
                .formatted(proposal.kind(), kind.visibility().code(), wanted.code())));
  }

  private Refused unknown(String kind) {
    return new Refused(
        Cause.INVALID,
        "policy.yaml#kinds",
        List.of(),
        "Expected a kind of %s, but found %s"
            .formatted(new TreeSet<>(declaration.kinds().keySet()), Echo.of(kind)));
  }

  private Optional<Refused> permission(Timeline timeline, Proposal proposal, Instant now) {
    return decisions
        .first("permission", judge.values(timeline, proposal, now))
        .map(match -> verdict(match, proposal))
        .orElseGet(() -> Optional.of(stranger(proposal)));
  }

  private static Optional<Refused> verdict(Match match, Proposal proposal) {
    Cause cause =
        switch (match.code("verdict")) {
          case "allow" -> null;
          case "state" -> Cause.STATE;
          default -> Cause.ROLE;
        };
    if (cause == null) {
      return Optional.empty();
    }
    Object given = match.outputs().get("reason");
    String reason =
        given != null
            ? given.toString()
            : "Expected somebody who may record '%s' now, but this is %s"
                .formatted(proposal.kind(), proposal.by().code());
    return Optional.of(new Refused(cause, rule(match.why()), match.clauses(), reason));
  }

  private Refused stranger(Proposal proposal) {
    return new Refused(
        Cause.ROLE,
        "permission",
        List.of(),
        "Expected an actor of %s, but found %s"
            .formatted(Actors.of(declaration), Echo.of(proposal.by().code())));
  }

  private Optional<Refused> ground(Timeline timeline, Proposal proposal, Instant now) {
    if (!proposal.kind().equals(Kinds.CLOSED)) {
      return Optional.empty();
    }
    Object wanted = proposal.data().get("ground");
    return judge.judge(timeline, now).closure().stream()
        .filter(ground -> ground.ground().equals(wanted))
        .findFirst()
        .flatMap(ground -> ground.holds() ? taken(ground, proposal) : Optional.of(absent(ground)));
  }

  private static Refused absent(Ground ground) {
    return new Refused(
        Cause.STATE,
        rule(ground.why()),
        ground.why().clauses(),
        "Expected a ground for closing that holds, but '%s' does not".formatted(ground.ground()));
  }

  private Optional<Refused> taken(Ground ground, Proposal proposal) {
    String actor = proposal.by().code();
    return ground.isFor(actor)
        ? Optional.empty()
        : Optional.of(
            new Refused(
                Cause.ROLE,
                "policy.yaml#grounds." + ground.ground(),
                declaration.grounds().get(ground.ground()).word().clauses(),
                "Expected somebody of %s to close on '%s', but this is %s"
                    .formatted(ground.by(), ground.ground(), actor)));
  }

  private static String rule(Why why) {
    return why.row() == null ? why.decision() : why.decision() + "#" + why.row();
  }
}
