package io.tierline.cases;

import io.tierline.timeline.Actor;
import io.tierline.timeline.Role;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Who of the demonstration accounts plays whom under an agreement.
 *
 * @param server the server's address
 * @param accounts the demonstration accounts
 * @param contract the agreement among them
 */
record People(URI server, JsonNode accounts, JsonNode contract) {

  private static final Path DEMONSTRATION =
      Path.of("src", "test", "resources", "demo-accounts.yaml");

  /**
   * Those of an agreement on a pack.
   *
   * @param agreement its code; null for the first
   */
  static People of(URI server, String pack, @Nullable String agreement) {
    JsonNode accounts = new YAMLMapper().readTree(DEMONSTRATION);
    JsonNode contract =
        accounts
            .path("agreements")
            .valueStream()
            .filter(one -> one.path("pack").asString().equals(pack))
            .filter(one -> agreement == null || one.path("code").asString().equals(agreement))
            .findFirst()
            .orElseThrow(
                () ->
                    new AssertionError(
                        "Expected an agreement on %s in %s, but found no %s"
                            .formatted(pack, DEMONSTRATION, agreement)));
    return new People(server, accounts, contract);
  }

  String agreement() {
    return contract.path("code").asString();
  }

  /** The customer of a ticket that names none. */
  String customer() {
    return customers().getFirst();
  }

  /** Somebody who reads all of a ticket: only the vendor's people do. */
  Caller reader() {
    return played(Role.AGENT.code(), null);
  }

  /** The person who plays an actor: the one it names, or else the first of its role and tier. */
  Caller caller(Actor actor) {
    return actor.id() != null
        ? new Caller(server, actor.id())
        : played(actor.role().code(), actor.tier());
  }

  private Caller played(String role, @Nullable String tier) {
    List<String> employers = employers(role);
    return accounts
        .path("people")
        .valueStream()
        .filter(one -> one.path("role").asString().equals(role))
        .filter(one -> tier == null || one.path("tier").asString("").equals(tier))
        .filter(one -> employers.contains(one.path("org").asString()))
        .map(one -> new Caller(server, one.path("id").asString()))
        .findFirst()
        .orElseThrow(
            () ->
                new AssertionError(
                    "Expected somebody of %s who is %s %s, but found nobody"
                        .formatted(employers, role, Objects.requireNonNullElse(tier, ""))));
  }

  /** A customer that holds its agreement itself employs its people under the holder's name. */
  private List<String> employers(String role) {
    String holder = contract.path("holder").asString();
    return switch (Role.of(role)) {
      case RESELLER -> List.of(holder);
      case CUSTOMER -> Stream.concat(customers().stream(), Stream.of(holder)).toList();
      default -> List.of(contract.path("vendor").asString());
    };
  }

  private List<String> customers() {
    return accounts
        .path("customers")
        .valueStream()
        .filter(one -> one.path("reseller").equals(contract.path("holder")))
        .map(one -> one.path("code").asString())
        .toList();
  }
}
