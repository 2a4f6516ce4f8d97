package io.tierline.ticket;

import io.tierline.timeline.Actor;
import io.tierline.timeline.Role;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An organisation's part in a ticket. */
enum Side {
  VENDOR,
  RESELLER,
  CUSTOMER;

  /** As judgements name it, and the column of a ticket's row. */
  String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The organisations that have part in a ticket; the reseller holds the agreement. */
  record Parties(String vendor, String reseller, String customer) {}

  /**
   * Why somebody can't act on a ticket of these parties: a vendor's people may be the customer's or
   * reseller's there. Empty if they act for their own organisation's side, or for none.
   */
  static Optional<Outcome> foreign(Actor actor, Parties parties) {
    return of(actor.role())
        .filter(side -> !side.isOf(parties, actor.org()))
        .map(side -> Refusals.otherSide(actor, side));
  }

  private boolean isOf(Parties parties, @Nullable String org) {
    return switch (this) {
      case VENDOR -> parties.vendor().equals(org);
      case RESELLER -> parties.reseller().equals(org);
      // Whom the contract is with may have it in the place of its customer.
      case CUSTOMER -> parties.customer().equals(org) || parties.reseller().equals(org);
    };
  }

  /** The side that a role acts for; empty if it acts for none. */
  static Optional<Side> of(Role role) {
    return switch (role) {
      case AGENT, INCIDENT_MANAGER -> Optional.of(VENDOR);
      case RESELLER -> Optional.of(RESELLER);
      case CUSTOMER -> Optional.of(CUSTOMER);
      case MONITOR, SYSTEM -> Optional.empty();
    };
  }
}
