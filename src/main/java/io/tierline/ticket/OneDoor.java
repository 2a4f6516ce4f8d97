package io.tierline.ticket;

import io.tierline.account.Person;
import io.tierline.policy.Proposal;
import io.tierline.ticket.Requests.Request;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The door in PostgreSQL: one transaction a call. A refusal writes nothing, so there is nothing to
 * roll back, and a caller's transaction around it stays usable.
 */
@Component
@Transactional
class OneDoor implements Door {

  private final OpenTicket openTicket;
  private final RecordEntry recordEntry;
  private final Requests requests;
  private final TicketRows rows;
  private final Clock clock;

  OneDoor(
      OpenTicket openTicket,
      RecordEntry recordEntry,
      Requests requests,
      TicketRows rows,
      Clock clock) {
    this.openTicket = openTicket;
    this.recordEntry = recordEntry;
    this.requests = requests;
    this.rows = rows;
    this.clock = clock;
  }

  @Override
  public Outcome open(Opening opening, Person person, String key) {
    Request request = requests.request(person.id(), key, "open", opening);
    requests.queue(request);
    Optional<Outcome> seen = requests.seen(request);
    if (seen.isPresent()) {
      return seen.get();
    }
    Instant now = now();
    Outcome outcome = openTicket.open(opening, person, now);
    if (outcome instanceof Outcome.Recorded recorded
        && !requests.remember(request, recorded.number(), recorded.seq(), now)) {
      throw new IllegalStateException("the key was taken meanwhile by another kind of request");
    }
    return outcome;
  }

  @Override
  public Outcome record(String number, Proposal proposal, String scope, String key) {
    Optional<Ticket> ticket =
        TicketNumber.count(number).isPresent() ? rows.lock(number) : Optional.empty();
    if (ticket.isEmpty()) {
      return Refusals.noTicket(number);
    }
    Request request =
        requests.request(
            scope,
            key,
            number,
            proposal.kind(),
            proposal.at(),
            proposal.visibility(),
            proposal.data());
    return requests
        .seen(request)
        .orElseGet(
            () ->
                recordEntry.record(ticket.get(), proposal, request, ticket.get().notBefore(now())));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
