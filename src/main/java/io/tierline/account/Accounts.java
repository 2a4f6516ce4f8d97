package io.tierline.account;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Who is who. Read from PostgreSQL at each call, short-lived caching inside allowed. */
public interface Accounts {

  /** The person of an API key, given in the clear; empty for an unknown or revoked one. */
  Optional<Person> byKey(String key);

  /** The person of a Tasklist login. */
  Optional<Person> byLogin(String login);

  /** The agreement of a code. */
  Optional<Agreement> agreement(String code);

  /** The agreements on a pack. */
  List<Agreement> agreements(String pack);

  /**
   * Whether the person may open for a customer under an agreement: its holder's people, the
   * customer's own, the vendor's. A ticket that is open goes by its own row, not by this.
   */
  boolean concerns(Person person, String agreement, String customer);

  /** Whether the person's organisation has an agreement on a pack, as vendor or as holder. */
  boolean agreed(Person person, String pack);

  /** Whether a vendor has an agreement on a pack, so that it is one of the vendor's. */
  boolean offers(String vendor, String pack);

  /** Whether the customer is one of the reseller's. */
  boolean serves(String reseller, String customer);

  /**
   * Raw facts on record about a customer, for the opening timeline, such as {@code
   * directApprovalUntil} (SA-008); empty if none.
   */
  Map<String, Object> facts(String agreement, String customer);

  /**
   * The people of an organisation, in one task group or, if null, all; without operators, who are
   * of no side on a ticket, wherever they are employed.
   */
  List<Person> people(String org, @org.jspecify.annotations.Nullable String group);
}
