package io.tierline.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tierline.timeline.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class AccountsFileTest {

  @Test
  void shouldReadTheDemonstrationAndKnowItsKeysOnlyByTheirHash() throws IOException {
    String yaml = Files.readString(Path.of("src/test/resources/demo-accounts.yaml"));

    AccountsFile file = AccountsFile.parse("demo", yaml);

    assertThat(file.people())
        .allSatisfy(
            person ->
                assertThat(person.keySha256())
                    .isEqualTo(HexFormat.of().formatHex(ApiKey.hash("tl_demo_" + person.id()))));
    assertThat(file.customers()).anyMatch(customer -> customer.directApprovalUntil() != null);
  }

  @ParameterizedTest
  @EnumSource(value = Role.class, mode = EnumSource.Mode.EXCLUDE, names = "SYSTEM")
  void shouldKnowEveryRoleThatActsOnTickets(Role role) {
    String yaml =
        "{vendors: [{code: v, name: V}], people: [{id: p, name: P, role: %s, org: v}]}"
            .formatted(role.code());

    assertThat(AccountsFile.parse("here", yaml).people()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "vendors: [{code: v}]                             | Expected 'name' to have a value",
        "vendors: {code: v}                               | here, line 1",
        "vendor: []                                       | vendor",
        "resellers: [{code: r, name: R}, {code: r, name: S}] | each reseller once, but found 'r'",
        "customers: [{code: c, name: C, reseller: r}]     | reseller of c to be one of []",
        "people: [{id: p, name: P, role: agent, org: x}]  | org of p to be one of []",
        "people: [{id: p, name: P, role: agent, org: x, keySha256: 12}] | keySha256 of p to be 64",
        "people: [{id: p, name: P, role: agnet, org: x}]  | role of p to be one of [agent, customer, incident-manager, monitor, operator, reseller], but found 'agnet'",
        "people: [{id: p, name: P, role: system, org: x}] | role of p to be one of",
        "agreements: [{code: a, pack: p, holder: h, vendor: v, contacts: -1}] | Expected contacts of a to be 0 or more, but found -1",
        "vendors: [                                       | here, line",
      })
  void shouldSayInOneSentenceWhatIsWrong(String yaml, String part) {
    assertThatThrownBy(() -> AccountsFile.parse("here", yaml))
        .isInstanceOf(AccountsFault.class)
        .hasMessageContaining(part)
        .hasMessageStartingWith("here")
        .message()
        .hasLineCount(1);
  }
}
