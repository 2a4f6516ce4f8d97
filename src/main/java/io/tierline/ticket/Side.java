package io.tierline.ticket;

import io.tierline.timeline.Role;
import java.util.Optional;

/** An organisation's part in a ticket. */
enum Side {
  VENDOR,
  RESELLER,
  CUSTOMER;

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
