package io.tierline.ticket;

import io.tierline.account.Accounts;
import io.tierline.account.Agreement;
import io.tierline.account.Person;
import io.tierline.policy.Pack;
import io.tierline.timeline.Kinds;
import io.tierline.timeline.Timeline;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What is on record about who may open for whom, and under which terms. */
@Component
class Contracts {

  private static final String CALENDARS = "calendars";

  private final Accounts accounts;

  Contracts(Accounts accounts) {
    this.accounts = accounts;
  }

  /** The agreement, if the person's organisation is a party to it or a customer under it. */
  Optional<Agreement> agreement(Person person, String code) {
    return accounts.agreement(code).filter(agreement -> party(person.org(), agreement));
  }

  private boolean party(String org, Agreement agreement) {
    return org.equals(agreement.holder())
        || org.equals(agreement.vendor())
        || accounts.serves(agreement.holder(), org);
  }

  /** Whether the customer is under the agreement and one whom the person may speak for. */
  boolean covers(Agreement agreement, Person person, String customer) {
    return accounts.concerns(person, agreement.code(), customer);
  }

  /**
   * The data of the {@code observed} entry: raw facts and where they come from. The terms are the
   * pack's own, overlaid with the contract's.
   */
  Map<String, Object> observed(Pack pack, Agreement agreement, String customer) {
    return Map.of(
        "source", "account",
        "about", "agreement",
        "agreement", agreement.code(),
        "terms", agreement.over(pack.terms(agreement.code()).orElse(Map.of())),
        "facts", accounts.facts(agreement.code(), customer));
  }

  /** Whether a pack is one of a vendor's. */
  boolean offers(String vendor, String pack) {
    return accounts.offers(vendor, pack);
  }

  /**
   * The data of an {@code observed} entry with the calendars that another pack asks the agreement
   * for and that are not on record; empty if there are none. What is on record stays: past hours
   * would be counted anew.
   */
  Optional<Map<String, Object>> further(Pack pack, Ticket ticket, Timeline timeline) {
    return accounts
        .agreement(ticket.agreement())
        .map(agreement -> observed(pack, agreement, ticket.customer()))
        .flatMap(facts -> further(facts, timeline));
  }

  private static Optional<Map<String, Object>> further(
      Map<String, Object> facts, Timeline timeline) {
    Map<Object, Object> calendars = new HashMap<>(calendars(facts));
    timeline.entries().stream()
        .filter(entry -> entry.kind().equals(Kinds.OBSERVED))
        .forEach(entry -> calendars.keySet().removeAll(calendars(entry.data()).keySet()));
    if (calendars.isEmpty()) {
      return Optional.empty();
    }
    Map<String, Object> further = new HashMap<>(facts);
    further.remove("facts");
    further.put("terms", Map.of(CALENDARS, calendars));
    return Optional.of(further);
  }

  private static Map<?, ?> calendars(Map<String, Object> facts) {
    return facts.get("terms") instanceof Map<?, ?> terms
            && terms.get(CALENDARS) instanceof Map<?, ?> calendars
        ? calendars
        : Map.of();
  }
}
