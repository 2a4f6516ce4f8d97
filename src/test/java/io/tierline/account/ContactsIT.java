package io.tierline.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tierline.Clauses;
import io.tierline.stack.OnTheStack;
import io.tierline.stack.PostgreSql;
import java.util.HexFormat;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.test.context.ContextConfiguration;

/** How many contacts an agreement allows, in the database: files come one after another. */
@OnTheStack(PostgreSql.class)
@ContextConfiguration(classes = ContactsIT.World.class)
class ContactsIT {

  private static final String ORGANISATIONS =
      """
      vendors: [{code: cv, name: V}]
      resellers: [{code: ch, name: H}, {code: co, name: O}]
      customers: [{code: cc, name: C, reseller: ch}, {code: cd, name: D, reseller: co}]
      """;
  private static final String TWO =
      "agreements: [{code: ca, pack: p, holder: ch, vendor: cv, contacts: 2}]\n";

  @Autowired private AccountRows rows;
  @Autowired private Accounts accounts;

  @EnableAutoConfiguration
  @ComponentScan("io.tierline.account")
  static class World {}

  @Test
  @Clauses("HY-027")
  void shouldRefuseMoreContactsOfACustomerThanItsAgreementAllows() {
    save(ORGANISATIONS + TWO + people("customer", "cc", 1, 2));
    save(ORGANISATIONS + people("reseller", "ch", 11, 12, 13));
    save(ORGANISATIONS + people("customer", "cd", 21, 22, 23));

    assertThatThrownBy(() -> save(ORGANISATIONS + people("customer", "cc", 3)))
        .isInstanceOf(AccountsFault.class)
        .hasMessage(
            "Expected at most 2 contacts of cc, as the agreement ca allows, but found [c1, c2, c3]");
    assertThat(accounts.people("cc", null)).extracting(Person::id).containsExactly("c1", "c2");

    save(ORGANISATIONS + "people: [{id: c1, name: P, role: customer, org: cc}]");
    save(ORGANISATIONS + people("customer", "cc", 3));
    assertThat(accounts.byKey("tl_c3")).isPresent();
  }

  @Test
  void shouldCountTheHoldersOwnContactsWhereItIsTheCustomer() {
    assertThatThrownBy(() -> save(ORGANISATIONS + TWO + people("customer", "ch", 31, 32, 33)))
        .hasMessageContaining("Expected at most 2 contacts of ch");
  }

  private void save(String yaml) {
    rows.save(AccountsFile.parse("here", yaml));
  }

  private static String people(String role, String org, int... numbers) {
    return IntStream.of(numbers)
        .mapToObj(
            n ->
                "{id: c%d, name: P, role: %s, org: %s, keySha256: %s}"
                    .formatted(n, role, org, HexFormat.of().formatHex(ApiKey.hash("tl_c" + n))))
        .collect(Collectors.joining(", ", "people: [", "]\n"));
  }
}
