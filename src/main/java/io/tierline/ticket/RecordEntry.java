package io.tierline.ticket;

import io.tierline.policy.Admission.Admitted;
import io.tierline.policy.Admission.Refused;
import io.tierline.policy.Proposal;
import io.tierline.timeline.Kinds;
import io.tierline.timeline.Role;
import io.tierline.timeline.Timeline;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Records one entry on a locked ticket, if its policy gives leave. */
@Component
class RecordEntry {

  private final PinnedPacks packs;
  private final ChangePolicy changePolicy;
  private final Entries entries;
  private final Requests requests;
  private final Ledger ledger;
  private final long longest;

  /**
   * @param longest {@code tierline.max-entries}: a longer timeline takes only a closing from
   *     people, for each entry is judged with all that came before it
   */
  RecordEntry(
      PinnedPacks packs,
      ChangePolicy changePolicy,
      Entries entries,
      Requests requests,
      Ledger ledger,
      @Value("${tierline.max-entries:2000}") long longest) {
    this.longest = longest;
    this.packs = packs;
    this.changePolicy = changePolicy;
    this.entries = entries;
    this.requests = requests;
    this.ledger = ledger;
  }

  Outcome record(Ticket ticket, Proposal proposal, Requests.Request request, Instant now) {
    Map<String, Object> data = Storable.withoutNulls(proposal.data());
    Optional<String> fault = Storable.fault("data", data);
    if (fault.isPresent()) {
      return Refusals.text(fault.get());
    }
    if (proposal.kind().equals(Kinds.OPENED)) {
      return Refusals.openedTwice(ticket.number());
    }
    Optional<Outcome> foreign = Side.foreign(proposal.by(), ticket.parties());
    if (foreign.isPresent()) {
      return foreign.get();
    }
    // A machine that repeats itself must leave people the room to bring the ticket to its end.
    long most = proposal.by().role() == Role.MONITOR ? longest / 2 : longest;
    if (ticket.lastSeq() >= most && !isAlwaysTaken(proposal)) {
      return Refusals.tooLong(ticket.number(), most);
    }
    Proposal clean =
        new Proposal(proposal.by(), proposal.kind(), proposal.at(), proposal.visibility(), data);
    Timeline timeline = entries.timeline(ticket.number());
    if (proposal.kind().equals(Kinds.POLICY_CHANGED)) {
      return switch (changePolicy.move(ticket, clean, timeline, now)) {
        case ChangePolicy.Move.Denied denied -> denied.outcome();
        case ChangePolicy.Move.Granted granted ->
            write(ticket, timeline, granted.drafts(), request, now);
      };
    }
    return switch (packs.of(ticket).admit(timeline, clean, now)) {
      case Refused refused -> Refusals.of(refused);
      case Admitted admitted ->
          write(ticket, timeline, List.of(Draft.of(clean, admitted)), request, now);
    };
  }

  private Outcome write(
      Ticket ticket, Timeline timeline, List<Draft> drafts, Requests.Request request, Instant now) {
    long seq = ticket.lastSeq() + 1;
    if (!requests.remember(request, ticket.number(), seq, now)) {
      return Requests.anotherBody(request);
    }
    Ticket after = ledger.write(ticket, timeline, drafts, now);
    return new Outcome.Recorded(ticket.number(), seq, after.judgement(), false);
  }

  /** The system goes on, for promises stay promises, and whoever has had enough may close. */
  private static boolean isAlwaysTaken(Proposal proposal) {
    return proposal.by().role() == Role.SYSTEM || proposal.kind().equals(Kinds.CLOSED);
  }
}
