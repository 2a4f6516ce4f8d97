package io.tierline.cases;

import io.tierline.timeline.Actor;
import java.net.URI;
import java.util.Map;

/**
 * Who of the demonstration accounts plays whom.
 *
 * @param server the server's address
 * @param agreement the case's agreement
 */
record People(URI server, String agreement) {

  private static final Map<String, String> CUSTOMERS =
      Map.of("demo", "mina-alta", "demo-boreal", "nord-bank");
  private static final Map<String, String> CAST =
      Map.of(
          "demo reseller/L1", "rafa",
          "demo reseller/L2", "rosa",
          "demo customer", "clara",
          "demo-boreal reseller/L2", "bruno",
          "agent/L3", "lena",
          "incident-manager", "ivy");

  /** The customer of a ticket that names none. */
  String customer() {
    return CUSTOMERS.getOrDefault(agreement, "");
  }

  /** The person who plays an actor: the one it names, or else the one of its role and tier. */
  Caller caller(Actor actor) {
    String id = actor.id();
    if (id == null) {
      id = CAST.getOrDefault(agreement + " " + actor.code(), CAST.get(actor.code()));
    }
    if (id == null) {
      throw new AssertionError(
          "Expected one of %s, but nobody plays %s of %s"
              .formatted(CAST.keySet(), actor.code(), agreement));
    }
    return new Caller(server, id);
  }
}
