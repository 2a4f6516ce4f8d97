package io.tierline.notice;

import io.tierline.account.Accounts;
import io.tierline.account.Agreement;
import io.tierline.account.Person;
import io.tierline.policy.Callout;
import io.tierline.ticket.Tickets;
import io.tierline.timeline.Role;
import io.tierline.timeline.Visibility;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Who gets a notice. What isn't for everybody on the ticket stays with the vendor's people. */
@Component
class Recipients {
  private static final Logger LOG = LoggerFactory.getLogger(Recipients.class);

  private final Accounts accounts;
  private final Tickets tickets;
  private final NoticeRows rows;

  Recipients(Accounts accounts, Tickets tickets, NoticeRows rows) {
    this.accounts = accounts;
    this.tickets = tickets;
    this.rows = rows;
  }

  /** The people behind the given sorts of recipient, each once. */
  Collection<Person> of(List<String> sorts, TicketEvent event) {
    Agreement agreement =
        accounts
            .agreement(event.agreement())
            .orElseThrow(() -> new Unusable("no agreement " + event.agreement() + " is known"));
    Map<String, Person> people = new LinkedHashMap<>();
    sorts.stream()
        .flatMap(sort -> people(sort, agreement, event))
        .filter(person -> person.email() != null)
        .forEach(person -> people.putIfAbsent(person.id(), person));
    return people.values();
  }

  private Stream<Person> people(String sort, Agreement agreement, TicketEvent event) {
    return switch (sort) {
      case "reseller" -> outside(agreement.holder(), event);
      case "customer" -> outside(event.customer(), event);
      case "vendor" -> accounts.people(agreement.vendor(), null).stream();
      case "told" -> told(agreement, event);
      case "incident-managers" -> managers(agreement.vendor(), event.judgement().callouts());
      case "pagers" ->
          managers(agreement.vendor(), event.judgement().callouts()).map(Person::paged);
      default -> {
        LOG.error(
            "Expected a notice on '{}' to go to reseller, customer, vendor, told, incident-managers or pagers, but found '{}'",
            event.entry().kind(),
            sort);
        yield Stream.empty();
      }
    };
  }

  private Stream<Person> outside(String organisation, TicketEvent event) {
    return event.entry().visibility() == Visibility.ALL
        ? accounts.people(organisation, null).stream()
        : Stream.empty();
  }

  /** Whoever got a letter about one of the breaches that the entry takes back. */
  private Stream<Person> told(Agreement agreement, TicketEvent event) {
    List<String> warnings =
        Warnings.of(event.entry()).among(tickets.timeline(event.ticket()).entries()).stream()
            .filter(entry -> entry.seq() < event.seq())
            .map(entry -> event.ticket() + "/" + entry.seq())
            .toList();
    Set<String> told = rows.recipients(warnings);
    return Stream.of("reseller", "customer", "vendor")
        .flatMap(side -> people(side, agreement, event))
        .filter(person -> told.contains(person.id()));
  }

  /** The groups that open callouts call; with none open, whoever manages incidents. */
  private Stream<Person> managers(String vendor, List<Callout> callouts) {
    List<Person> called =
        callouts.stream()
            .filter(callout -> !callout.answered())
            .map(Callout::group)
            .distinct()
            .flatMap(group -> accounts.people(vendor, group).stream())
            .toList();
    return called.isEmpty()
        ? accounts.people(vendor, null).stream()
            .filter(person -> Role.INCIDENT_MANAGER.code().equals(person.role()))
        : called.stream();
  }
}
