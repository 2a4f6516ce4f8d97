package io.tierline.ticket;

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

  /** Whether an organisation has this part in a ticket. */
  boolean isOf(Ticket ticket, @Nullable String org) {
    return switch (this) {
      case VENDOR -> ticket.vendor().equals(org);
      case RESELLER -> ticket.reseller().equals(org);
      // Whom the contract is with may have it in the place of its customer.
      case CUSTOMER -> ticket.customer().equals(org) || ticket.reseller().equals(org);
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
