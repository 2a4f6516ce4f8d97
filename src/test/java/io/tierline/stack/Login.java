package io.tierline.stack;

import java.nio.file.Path;
import java.util.List;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * A person who works in Tasklist; for demonstrations, the password is the login.
 *
 * @param login as typed
 * @param name as shown
 */
public record Login(String login, String name) {

  private static final Path ACCOUNTS = Path.of("src", "test", "resources", "demo-accounts.yaml");

  /** The people of the demonstration accounts. */
  public static final List<Login> DEMONSTRATION =
      new YAMLMapper()
          .readTree(ACCOUNTS)
          .path("people")
          .valueStream()
          .filter(person -> person.has("login"))
          .map(person -> new Login(person.path("login").asString(), person.path("name").asString()))
          .toList();
}
