package io.tierline.ticket;

import io.tierline.account.Person;
import io.tierline.timeline.Actor;
import io.tierline.timeline.Role;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A person as somebody who acts on tickets. */
public final class Actors {

  private Actors() {}

  /** The actor; empty if the person's role is not one that acts on tickets. */
  public static Optional<Actor> of(Person person) {
    return Arrays.stream(Role.values())
        .filter(role -> role != Role.SYSTEM && role.code().equals(person.role()))
        .findFirst()
        .map(role -> new Actor(role, person.tier(), person.org(), person.id(), person.name()));
  }

  /** Somebody who looks after the server and is of no side: what they do is the system's act. */
  static Actor operator(Person person) {
    return new Actor(Role.SYSTEM, null, person.org(), person.id(), person.name());
  }

  static Outcome.Refused noActor(Person person) {
    return new Outcome.Refused(
        403,
        "urn:tierline:refused:role",
        null,
        List.of(),
        "Expected a role that acts on tickets, but yours is '%s'".formatted(person.role()));
  }
}
