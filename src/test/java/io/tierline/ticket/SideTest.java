package io.tierline.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import io.tierline.ticket.Side.Parties;
import io.tierline.timeline.Actor;
import io.tierline.timeline.Role;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who acts for which side of a ticket. */
class SideTest {

  private static final Parties PARTIES = new Parties("maker", "shop", "bank");

  @ParameterizedTest
  @CsvSource({
    "agent, maker, true",
    "agent, shop, false",
    "agent, bank, false",
    "incident-manager, maker, true",
    "incident-manager, bank, false",
    "reseller, shop, true",
    "reseller, bank, false",
    "reseller, maker, false",
    "customer, bank, true",
    "customer, shop, true",
    "customer, maker, false",
    "monitor, anybody, true",
    "system, anybody, true"
  })
  void shouldActForTheSideOfTheirOrganisation(String role, String org, boolean may) {
    Actor actor = new Actor(Role.of(role), null, org, "id", "Name");

    assertThat(Side.foreign(actor, PARTIES).isEmpty()).isEqualTo(may);
  }
}
