package io.tierline.ticket;

import io.tierline.account.Person;
import io.tierline.timeline.Actor;
import io.tierline.timeline.Entry;
import io.tierline.timeline.Visibility;
import io.tierline.web.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tickets as far as they concern somebody. What doesn't is not there: 404. */
@Component
class VisibleTickets {

  private static final long RETRY_AFTER = 60;

  private final TicketRows rows;

  VisibleTickets(TicketRows rows) {
    this.rows = rows;
  }

  Ticket find(Person person, String number) {
    actor(person);
    return TicketNumber.count(number)
        .flatMap(count -> rows.find(number))
        .filter(ticket -> ticket.concerns(person.org()))
        .orElseThrow(() -> problem(Refusals.noTicket(number)));
  }

  List<Ticket> list(Person person, @Nullable String status, long after, int limit) {
    actor(person);
    return rows.ofOrganisation(person.org(), status, after, limit);
  }

  /** The person as an actor, for there is no reading of tickets without a role in them. */
  Actor actor(Person person) {
    return Actors.of(person).orElseThrow(() -> problem(Actors.noActor(person)));
  }

  /** Whether the person may read an entry of a ticket of theirs. */
  static boolean reads(Person person, Ticket ticket, Entry entry) {
    return switch (entry.visibility()) {
      case Visibility.ALL -> true;
      case Visibility.VENDOR -> person.org().equals(ticket.vendor());
      case Visibility.TIER ->
          person.org().equals(entry.by().org())
              && java.util.Objects.equals(person.tier(), entry.by().tier());
    };
  }

  /** A refusal on its way out. */
  static Problem problem(Outcome.Refused refused) {
    Problem problem =
        new Problem(
            refused.status(), refused.type(), refused.reason(), refused.rule(), refused.clauses());
    return refused.status() == 503 ? problem.retryAfter(RETRY_AFTER) : problem;
  }
}
