package io.tierline.account;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somebody, or some machine, with an account.
 *
 * @param id the account's id
 * @param name the person's name
 * @param email where mails go; null for machines
 * @param pager where a short mail becomes a text message: the address of a gateway; null if none
 * @param login the name under which Tasklist knows them; null if they have none
 * @param role the role's code, such as {@code reseller}
 * @param tier the tier they work for; null where the role has none
 * @param org the code of their organisation
 * @param groups the task groups they belong to, such as {@code acme-l3}
 */
public record Person(
    String id,
    String name,
    @Nullable String email,
    @Nullable String pager,
    @Nullable String login,
    String role,
    @Nullable String tier,
    String org,
    List<String> groups) {

  /** The role of who looks after the server and its packs, and is of no side on a ticket. */
  static final String OPERATOR = "operator";

  /** The same person where a text message reaches them; without an address if nothing does. */
  public Person paged() {
    return new Person(id, name, pager, pager, login, role, tier, org, groups);
  }

  /** Whether they look after the server and its packs. */
  public boolean operates() {
    return role.equals(OPERATOR);
  }
}
