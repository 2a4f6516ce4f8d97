package io.tierline.process;

import io.tierline.account.Person;
import io.tierline.policy.Judgement;
import io.tierline.timeline.Kinds;
import io.tierline.timeline.Role;
import java.util.List;
import java.util.function.Predicate;

/** What a judgement lets be recorded now. Nobody closes without a ground that holds. */
final class Permitted {

  private static final String VENDOR = "vendor";

  private Permitted() {}

  /** To any of the actors. */
  static List<String> to(Predicate<String> actors, Judgement judgement) {
    return judgement.allowed().entrySet().stream()
        .filter(entry -> actors.test(entry.getKey()))
        .flatMap(
            entry ->
                entry.getValue().stream()
                    .filter(
                        kind -> !kind.equals(Kinds.CLOSED) || grounded(entry.getKey(), judgement)))
        .distinct()
        .toList();
  }

  private static boolean grounded(String actor, Judgement judgement) {
    return judgement.closure().stream().anyMatch(ground -> ground.holds() && ground.isFor(actor));
  }

  /** To somebody of the side in charge, whatever their tier. */
  static List<String> toSide(Judgement judgement) {
    String role = role(judgement);
    return to(actor -> actor.startsWith(role), judgement);
  }

  /** To the tier in charge. */
  static List<String> toTier(Judgement judgement) {
    return to((role(judgement) + "/" + judgement.tier())::equals, judgement);
  }

  /** To somebody of the other side, the customer's people included. */
  static List<String> toPartners(Judgement judgement) {
    return to(
        actor -> actor.equals(Role.CUSTOMER.code()) || actor.startsWith(Role.RESELLER.code() + "/"),
        judgement);
  }

  /** To whoever manages incidents. */
  static List<String> toLeaders(Judgement judgement) {
    return to(Role.INCIDENT_MANAGER.code()::equals, judgement);
  }

  static List<String> to(Person person, Judgement judgement) {
    return to(code(person)::equals, judgement);
  }

  private static String role(Judgement judgement) {
    return (VENDOR.equals(judgement.side()) ? Role.AGENT : Role.RESELLER).code();
  }

  private static String code(Person person) {
    return person.tier() == null ? person.role() : person.role() + "/" + person.tier();
  }
}
