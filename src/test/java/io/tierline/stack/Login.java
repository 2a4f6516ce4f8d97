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
          new Login("igor", "Igor Wrona"),
          new Login("nils", "Nils Norberg"),
          new Login("frida", "Frida Falk"),
          new Login("sara", "Sara Lind"),
          new Login("erik", "Erik Ström"),
          new Login("maja", "Maja Holm"),
          new Login("lars", "Lars Ek"),
          new Login("hedda", "Hedda Berg"),
          new Login("polina", "Polina Volkova"),
          new Login("kira", "Kira Kinozalova"),
          new Login("semyon", "Semyon Orlov"),
          new Login("dina", "Dina Petrenko"),
          new Login("gleb", "Gleb Sokolov"));
}
