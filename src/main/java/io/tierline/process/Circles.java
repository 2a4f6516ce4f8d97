package io.tierline.process;

import io.tierline.account.Accounts;
import io.tierline.account.Agreement;
import io.tierline.account.Person;
import io.tierline.policy.Judgement;
import io.tierline.ticket.Tickets.Standing;
import io.tierline.timeline.Kinds;
import io.tierline.timeline.Role;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Finds the people around a ticket. */
@Component
class Circles {

  private final Accounts accounts;

  Circles(Accounts accounts) {
    this.accounts = accounts;
  }

  Circle of(Standing standing) {
    Judgement judgement = standing.judgement();
    Optional<Agreement> agreement = accounts.agreement(standing.agreement());
    List<Person> partners =
        Stream.concat(
                agreement.stream().flatMap(found -> people(found.holder())), customers(standing))
            .filter(person -> !Permitted.to(person, judgement).isEmpty())
            .toList();
    return new Circle(
        groups(partners.stream()),
        partners.stream()
            .flatMap(person -> Permitted.to(person, judgement).stream())
            .distinct()
            .toList(),
        closers(partners, agreement, judgement));
  }

  /** Asked for only where a customer may do something: most agreements go through a reseller. */
  private Stream<Person> customers(Standing standing) {
    boolean heard = standing.judgement().allowed().containsKey(Role.CUSTOMER.code());
    return heard ? people(standing.customer()) : Stream.empty();
  }

  /** The groups of the vendor's incident managers, while they may record something. */
  List<String> leaders(Standing standing) {
    return Permitted.toLeaders(standing.judgement()).isEmpty()
        ? List.of()
        : leaders(accounts.agreement(standing.agreement()));
  }

  private List<String> leaders(Optional<Agreement> agreement) {
    return groups(
        agreement.stream()
            .flatMap(found -> people(found.vendor()))
            .filter(person -> Role.INCIDENT_MANAGER.code().equals(person.role())));
  }

  private List<String> closingLeaders(Optional<Agreement> agreement, Judgement judgement) {
    return closes(Permitted.toLeaders(judgement)) ? leaders(agreement) : List.of();
  }

  private static List<String> tier(Judgement judgement) {
    return Stream.ofNullable(judgement.group()).toList();
  }

  private List<String> closers(
      List<Person> partners, Optional<Agreement> agreement, Judgement judgement) {
    Stream<Person> closing =
        partners.stream().filter(person -> closes(Permitted.to(person, judgement)));
    if (closes(Permitted.toTier(judgement)) && judgement.group() != null) {
      return Stream.of(groups(closing), closingLeaders(agreement, judgement), tier(judgement))
          .flatMap(List::stream)
          .distinct()
          .sorted()
          .toList();
    }
    boolean others = closes(Permitted.toSide(judgement)) || closes(Permitted.toLeaders(judgement));
    Stream<Person> colleagues =
        agreement.stream()
            .filter(found -> others)
            .flatMap(found -> people(found.vendor()))
            .filter(person -> closes(Permitted.to(person, judgement)));
    return groups(Stream.concat(closing, colleagues));
  }

  private static boolean closes(List<String> kinds) {
    return kinds.contains(Kinds.CLOSED);
  }

  private Stream<Person> people(String org) {
    return accounts.people(org, null).stream();
  }

  private static List<String> groups(Stream<Person> people) {
    return people.flatMap(person -> person.groups().stream()).distinct().sorted().toList();
  }
}
