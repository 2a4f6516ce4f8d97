package io.tierline.ticket;

import io.tierline.policy.Admission.Refused;
import io.tierline.policy.Clock;
import io.tierline.policy.ClockState;
import io.tierline.policy.Judgement;
import io.tierline.policy.Pack;
import io.tierline.policy.Promised;
import io.tierline.policy.Proposal;
import io.tierline.timeline.Kinds;
import io.tierline.timeline.Role;
import io.tierline.timeline.Timeline;
import io.tierline.timeline.Visibility;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Component;

/**
 * Moves a ticket to another version of its pack, or to another pack of its vendor. Whether the
 * vendor's people may, the pack says that the ticket leaves; an operator always may.
 */
@Component
class ChangePolicy {

  private static final String VERSION = "version";
  private static final String PACK = "pack";
  private static final String REASON = "reason";
  private static final Set<String> KEYS = new TreeSet<>(Set.of(VERSION, PACK, REASON));

  private final PinnedPacks packs;
  private final Contracts contracts;

  ChangePolicy(PinnedPacks packs, Contracts contracts) {
    this.packs = packs;
    this.contracts = contracts;
  }

  /** What is to be recorded, or why it is not. */
  sealed interface Move {

    /** The entries of the move. */
    record Granted(List<Draft> drafts) implements Move {}

    /** It is refused. */
    record Denied(Outcome outcome) implements Move {}
  }

  Move move(Ticket ticket, Proposal proposal, Timeline timeline, Instant now) {
    Pack former = packs.of(ticket);
    return data(proposal)
        .or(() -> leave(former, timeline, proposal, now))
        .or(() -> target(ticket, proposal))
        .<Move>map(Move.Denied::new)
        .orElseGet(() -> granted(ticket, former, proposal, timeline, now));
  }

  private static Optional<Outcome> data(Proposal proposal) {
    Map<String, Object> data = proposal.data();
    if (!KEYS.containsAll(data.keySet())) {
      return refused(
          422, "Expected of %s only %s, but found %s", Kinds.POLICY_CHANGED, KEYS, keys(data));
    }
    for (String key : KEYS) {
      boolean absent = key.equals(PACK) && !data.containsKey(key);
      if (!absent && !(data.get(key) instanceof String text && !text.isBlank())) {
        return refused(422, "Expected '%s' as a text, but found %s", key, found(data, key));
      }
    }
    return proposal.at() == null
        ? Optional.empty()
        : refused(
            422,
            "Expected 'at' to be left out, for a policy holds from when it is recorded, but found %s",
            proposal.at());
  }

  private static String found(Map<String, Object> data, String key) {
    return data.containsKey(key) ? "another value" : "none";
  }

  private static TreeSet<String> keys(Map<String, Object> data) {
    TreeSet<String> further = new TreeSet<>(data.keySet());
    further.removeAll(KEYS);
    return further;
  }

  /** An operator has an account; what the process engine proposes in the system's name has none. */
  private static Optional<Outcome> leave(
      Pack former, Timeline timeline, Proposal proposal, Instant now) {
    if (proposal.by().role() == Role.SYSTEM) {
      return proposal.by().id() != null
          ? Optional.empty()
          : refused(
              403, "Expected somebody with an account to move a ticket, but found the system");
    }
    return former.admit(timeline, proposal, now) instanceof Refused refused
        ? Optional.of(Refusals.of(refused))
        : Optional.empty();
  }

  private Optional<Outcome> target(Ticket ticket, Proposal proposal) {
    String pack = pack(ticket, proposal);
    String version = version(proposal);
    List<String> versions = packs.versions(pack);
    if (!pack.equals(ticket.pack()) && !contracts.offers(ticket.vendor(), pack)) {
      return refused(
          422, "Expected a pack of the vendor '%s', but '%s' is none", ticket.vendor(), pack);
    }
    if (!versions.contains(version)) {
      return refused(
          422,
          "Expected a version of the pack '%s' that was taken, but '%s' was not",
          pack,
          version);
    }
    return pack.equals(ticket.pack())
        ? later(ticket, version, versions).or(() -> sound(pack, version))
        : sound(pack, version);
  }

  /** The newest comes first. */
  private static Optional<Outcome> later(Ticket ticket, String version, List<String> versions) {
    if (version.equals(ticket.version())) {
      return refused(
          409, "Expected another version than '%s', but the ticket follows it already", version);
    }
    return versions.indexOf(version) < versions.indexOf(ticket.version())
        ? Optional.empty()
        : refused(
            409,
            "Expected a version that was taken after '%s', for going back takes a new version with"
                + " the old content, but '%s' was taken before it",
            ticket.version(),
            version);
  }

  /** A version may be stored that this server doesn't compile any more. */
  private Optional<Outcome> sound(String pack, String version) {
    try {
      packs.version(pack, version);
      return Optional.empty();
    } catch (IllegalStateException broken) {
      return refused(
          409,
          "Expected a version of the pack '%s' that compiles on this server, but '%s' does not",
          pack,
          version);
    }
  }

  private Move granted(
      Ticket ticket, Pack former, Proposal proposal, Timeline timeline, Instant now) {
    Pack next = packs.version(pack(ticket, proposal), version(proposal));
    Optional<String> lacking = next.lacking(contracts.terms(next, ticket.agreement()));
    if (lacking.isPresent()) {
      return new Move.Denied(Refusals.policy(409, lacking.get()));
    }
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put(PinnedPacks.POLICY, PinnedPacks.policy(next));
    facts.put(REASON, true);
    facts.put("promised", former.promised(timeline, now).stream().map(Promised::facts).toList());
    List<Draft> drafts = new ArrayList<>();
    drafts.add(
        new Draft(
            proposal.by(),
            Kinds.POLICY_CHANGED,
            now,
            Visibility.ALL, // it moves promises: whom they were given sees it
            facts,
            Map.of(REASON, text(proposal, REASON))));
    contracts
        .further(next, ticket, timeline)
        .ifPresent(terms -> drafts.add(Draft.observed(now, terms)));
    return lost(former, next, timeline, drafts, now)
        .<Move>map(Move.Denied::new)
        .orElseGet(() -> new Move.Granted(drafts));
  }

  /** A clock that runs must not end up without an end, be it for a date that the move forgets. */
  private static Optional<Outcome> lost(
      Pack former, Pack next, Timeline timeline, List<Draft> drafts, Instant now) {
    Judgement before = former.judge(timeline, now);
    Timeline moved = timeline;
    for (Draft draft : drafts) {
      moved = moved.plus(draft.entry(moved.lastSeq() + 1, now));
    }
    return next.judge(moved, now).latest().stream()
        .filter(clock -> clock.state() == ClockState.UNKNOWN)
        .filter(clock -> before.clock(clock.name()).filter(Clock::open).isPresent())
        .findFirst()
        .flatMap(
            clock ->
                refused(
                    409,
                    "Expected a version by which the clock '%s' has an end, but: %s",
                    clock.name(),
                    clock.why().reason()));
  }

  private static String pack(Ticket ticket, Proposal proposal) {
    return proposal.data().containsKey(PACK) ? text(proposal, PACK) : ticket.pack();
  }

  private static String version(Proposal proposal) {
    return text(proposal, VERSION);
  }

  private static String text(Proposal proposal, String key) {
    return String.valueOf(proposal.data().get(key));
  }

  private static Optional<Outcome> refused(int status, String reason, Object... arguments) {
    return Optional.of(Refusals.policy(status, reason.formatted(arguments)));
  }
}
