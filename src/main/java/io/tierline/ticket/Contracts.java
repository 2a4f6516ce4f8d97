package io.tierline.ticket;

import io.tierline.account.Accounts;
import io.tierline.account.Agreement;
import io.tierline.account.Person;
import io.tierline.policy.Pack;
import io.tierline.timeline.Kinds;
import io.tierline.timeline.Timeline;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What is on record about who may open for whom, and under which terms. */
@Component
class Contracts {

  private static final String TERMS = "terms";
  private static final String CALENDARS = "calendars";
  private static final String TIMES = "times";
  private static final String FACTS = "facts";

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
        "source",
        "account",
        "about",
        "agreement",
        "agreement",
        agreement.code(),
        TERMS,
        agreement.over(pack.terms(agreement.code()).orElse(Map.of())),
        FACTS,
        accounts.facts(agreement.code(), customer));
  }

  /** Whether a pack is one of a vendor's. */
  boolean offers(String vendor, String pack) {
    return accounts.offers(vendor, pack);
  }

  /** The terms that an agreement has by a pack; none if the agreement is no longer on record. */
  Map<String, Object> terms(Pack pack, String agreement) {
    return accounts
        .agreement(agreement)
        .map(found -> found.over(pack.terms(agreement).orElse(Map.of())))
        .orElse(Map.of());
  }

  /**
   * The data of an {@code observed} entry with what another pack asks the agreement for: its times,
   * and those calendars and facts that are not on record; empty if there is none. Of these what is
   * on record stays: past hours would be counted anew.
   */
  Optional<Map<String, Object>> further(Pack pack, Ticket ticket, Timeline timeline) {
    Map<String, Object> terms = terms(pack, ticket.agreement());
    Map<String, Object> further = new HashMap<>();
    put(further, TIMES, part(terms, TIMES));
    for (String key : List.of(CALENDARS, FACTS)) {
      Map<Object, Object> fresh = new HashMap<>(part(terms, key));
      timeline.entries().stream()
          .filter(entry -> entry.kind().equals(Kinds.OBSERVED))
          .forEach(entry -> fresh.keySet().removeAll(known(entry.data(), key)));
      put(further, key, fresh);
    }
    return further.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Map.of(
                "source",
                "account",
                "about",
                "agreement",
                "agreement",
                ticket.agreement(),
                TERMS,
                further));
  }

  private static Set<?> known(Map<String, Object> observed, String key) {
    Set<Object> known = new HashSet<>(part(part(observed, TERMS), key).keySet());
    known.addAll(key.equals(FACTS) ? part(observed, FACTS).keySet() : Set.of());
    return known;
  }

  private static void put(Map<String, Object> terms, String key, Map<?, ?> part) {
    if (!part.isEmpty()) {
      terms.put(key, part);
    }
  }

  private static Map<?, ?> part(Map<?, ?> terms, String key) {
    return terms.get(key) instanceof Map<?, ?> part ? part : Map.of();
  }
}
