package io.tierline.stack;

import java.util.List;

/**
 * A person who works in Tasklist; for demonstrations, the password is the login.
 *
 * @param login as typed
 * @param name as shown
 */
public record Login(String login, String name) {

  /** The people of the demonstration accounts. */
  public static final List<Login> DEMONSTRATION =
      List.of(
          new Login("rafa", "Rafael Quispe"),
          new Login("rosa", "Rosa Huamán"),
          new Login("bruno", "Bruno Lindqvist"),
          new Login("lena", "Lena Novak"),
          new Login("ivy", "Ivy Okafor"),
          new Login("kasia", "Katarzyna Bielak"),
          new Login("marek", "Marek Zając"),
          new Login("ewa", "Ewa Pawlik"),
          new Login("igor", "Igor Wrona"));
}
