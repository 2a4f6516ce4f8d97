package io.tierline.ticket;

import io.tierline.account.Agreement;
import io.tierline.account.Person;
import io.tierline.policy.Admission.Admitted;
import io.tierline.policy.Admission.Refused;
import io.tierline.policy.Pack;
import io.tierline.policy.Proposal;
import io.tierline.timeline.Actor;
import io.tierline.timeline.Kinds;
import io.tierline.timeline.Timeline;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Opens a ticket: the facts on record first, then the policy's leave, then the first entries. */
@Component
class OpenTicket {

  private final Contracts contracts;
  private final PinnedPacks packs;
  private final Intake intake;
  private final TicketRows rows;
  private final Ledger ledger;

  OpenTicket(
      Contracts contracts, PinnedPacks packs, Intake intake, TicketRows rows, Ledger ledger) {
    this.contracts = contracts;
    this.packs = packs;
    this.intake = intake;
    this.rows = rows;
    this.ledger = ledger;
  }

  Outcome open(Opening opening, Person person, Instant now) {
    Optional<Actor> actor = Actors.of(person);
    if (actor.isEmpty()) {
      return Actors.noActor(person);
    }
    Map<String, Object> data = data(opening);
    Optional<String> fault = Storable.fault("", data);
    if (fault.isPresent()) {
      return Refusals.text(fault.get());
    }
    Optional<Agreement> agreement = contracts.agreement(person, opening.agreement());
    if (agreement.isEmpty()) {
      return Refusals.noAgreement(opening.agreement());
    }
    if (!contracts.covers(agreement.get(), person, opening.customer())) {
      return Refusals.noCustomer(opening);
    }
    Optional<Outcome> refusal = intake.refusal();
    if (refusal.isPresent()) {
      return refusal.get();
    }
    return packs
        .active(agreement.get().pack())
        .map(pack -> admit(new Case(agreement.get(), pack, actor.get()), opening, data, now))
        .orElseGet(() -> Refusals.noPack(agreement.get()));
  }

  /** An agreement and who comes with it. */
  private record Case(Agreement agreement, Pack pack, Actor actor) {}

  private Outcome admit(Case asked, Opening opening, Map<String, Object> data, Instant now) {
    Agreement agreement = asked.agreement();
    Optional<Outcome> foreign =
        Side.foreign(
            asked.actor(),
            new Side.Parties(agreement.vendor(), agreement.holder(), opening.customer()));
    if (foreign.isPresent()) {
      return foreign.get();
    }
    Proposal proposal = new Proposal(asked.actor(), Kinds.OPENED, opening.at(), null, data);
    Instant at = opening.at() == null || opening.at().isAfter(now) ? now : opening.at();
    Map<String, Object> facts =
        contracts.observed(asked.pack(), asked.agreement(), opening.customer());
    Timeline observed = Timeline.of(Draft.observed(at, facts).entry(1, now));
    return switch (asked.pack().admit(observed, proposal, now)) {
      case Refused refused -> Refusals.of(refused);
      case Admitted admitted -> record(asked, opening, Draft.of(proposal, admitted), facts, now);
    };
  }

  private Outcome record(
      Case asked, Opening opening, Draft draft, Map<String, Object> facts, Instant now) {
    Pack pack = asked.pack();
    Map<String, Object> pinned = new HashMap<>(draft.facts());
    pinned.put(PinnedPacks.POLICY, PinnedPacks.policy(pack));
    Draft opened =
        new Draft(draft.by(), draft.kind(), draft.at(), draft.visibility(), pinned, draft.texts());
    Draft observed = Draft.observed(draft.at(), facts);
    Agreement agreement = asked.agreement();
    String number =
        rows.insert(
            new TicketRows.NewTicket(
                agreement.code(),
                pack.id(),
                pack.version(),
                opening.customer(),
                agreement.holder(),
                agreement.vendor()),
            draft.at(),
            pack.judge(Timeline.of(), now));
    Ticket ticket = rows.lock(number).orElseThrow();
    Ticket after = ledger.write(ticket, Timeline.of(), List.of(opened, observed), now);
    return new Outcome.Recorded(number, 1, after.judgement(), false);
  }

  private static Map<String, Object> data(Opening opening) {
    Map<String, Object> data = new HashMap<>();
    data.put("agreement", opening.agreement());
    data.put("type", opening.type());
    data.put("product", opening.product());
    data.put("customer", opening.customer());
    data.put("channel", opening.channel() == null ? "rest" : opening.channel());
    data.put("subject", opening.subject());
    data.put("description", opening.description());
    data.put("reason", opening.reason());
    data.put("fields", opening.fields());
    return Storable.withoutNulls(data);
  }
}
