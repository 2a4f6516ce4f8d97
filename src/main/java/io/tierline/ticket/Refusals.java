package io.tierline.ticket;

import io.tierline.account.Agreement;
import io.tierline.account.Person;
import io.tierline.policy.Admission;
import io.tierline.timeline.Actor;
import java.util.List;

/** Every way in which the door says no. */
final class Refusals {

  private static final String URN = "urn:tierline:refused:";

  private Refusals() {}

  /** The policy refused. */
  static Outcome of(Admission.Refused refused) {
    return switch (refused.cause()) {
      case INVALID -> policy(422, "data", refused);
      case ROLE -> policy(403, "role", refused);
      case STATE -> policy(409, "state", refused);
    };
  }

  private static Outcome policy(int status, String type, Admission.Refused refused) {
    return new Outcome.Refused(
        status, URN + type, refused.rule(), refused.clauses(), refused.reason());
  }

  static Outcome.Refused noTicket(String number) {
    return refused(
        404, "ticket", "Expected a ticket of yours, but found none of number '%s'", number);
  }

  static Outcome noAgreement(String agreement) {
    return refused(
        404, "agreement", "Expected an agreement of yours, but found none of code '%s'", agreement);
  }

  static Outcome noCustomer(Opening opening) {
    return refused(
        422,
        "customer",
        "Expected a customer under the agreement '%s' for whom you may open, but '%s' is none",
        opening.agreement(),
        opening.customer());
  }

  static Outcome noPack(Agreement agreement) {
    return refused(
        503,
        "no-pack",
        "Expected the pack '%s' of the agreement '%s' to be active, but it isn't",
        agreement.pack(),
        agreement.code());
  }

  static Outcome backlog(String age, String limit) {
    return refused(
        503,
        "backlog",
        "Expected what waits for the engine to be younger than %s, but the oldest has waited %s;"
            + " entries on tickets are still taken",
        limit,
        age);
  }

  static Outcome.Refused nothingWaits(Person person) {
    return refused(
        403,
        "role",
        "Expected somebody whom tickets wait for, but your role is '%s'",
        person.role());
  }

  static Outcome otherSide(Actor actor, Side side) {
    return refused(
        403,
        "role",
        "Expected '%s' to act for the ticket's %s, but your organisation is not it",
        actor.code(),
        side.code());
  }

  static Outcome openedTwice(String number) {
    return refused(
        409, "state", "Expected an entry other than 'opened', but %s is open already", number);
  }

  static Outcome tooLong(String number, long longest) {
    return refused(
        409,
        "timeline-length",
        "Expected a timeline of fewer than %d entries, but %s has them; close it and open another"
            + " ticket",
        longest,
        number);
  }

  /** A move to a policy that the ticket can't follow, as a sentence. */
  static Outcome.Refused policy(int status, String reason) {
    return refused(status, "policy", "%s", reason);
  }

  static Outcome text(String reason) {
    return refused(422, "text", "%s", reason);
  }

  private static Outcome.Refused refused(
      int status, String type, String reason, Object... arguments) {
    return new Outcome.Refused(status, URN + type, null, List.of(), reason.formatted(arguments));
  }
}
