package io.tierline.process;

import io.tierline.account.Accounts;
import io.tierline.account.Agreement;
import io.tierline.account.Person;
import io.tierline.policy.Callout;
import io.tierline.policy.Clock;
import io.tierline.policy.Judgement;
import io.tierline.ticket.Tickets;
import io.tierline.ticket.Tickets.Standing;
import io.tierline.timeline.Entry;
import io.tierline.timeline.Timeline;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Puts a ticket's judgement into the words that models route on. Decides nothing. */
@Component
class Routing {

  private static final String NONE = "none";
  private static final Set<String> SOLUTIONS =
      Set.of("fix-delivered", "answered", "fix-accepted", "fix-rejected", "reopened");

  private final Tickets tickets;
  private final Accounts accounts;
  private final String url;

  Routing(
      Tickets tickets,
      Accounts accounts,
      @Value("${tierline.url:http://127.0.0.1:8080}") String url) {
    this.tickets = tickets;
    this.accounts = accounts;
    this.url = url;
  }

  /** The answer to a question, without a token. */
  Route route(Asked asked, Standing standing, boolean claimed) {
    Judgement judgement = standing.judgement();
    Timeline timeline = tickets.timeline(asked.ticket());
    boolean current = standing.generation() == asked.generation();
    Handover handover = Handover.of(timeline, judgement);
    Optional<Callout> callout = callout(judgement, asked.callout());
    Optional<Clock> duty = judgement.nextDuty();
    return new Route(
        asked.ticket(),
        asked.generation(),
        asked.incident(),
        asked.callout(),
        null,
        standing.lastSeq(),
        claimed,
        current ? judgement.status() : "closed",
        accepted(timeline),
        or(judgement.severity().value()),
        or(judgement.tier()),
        or(judgement.side()),
        judgement.turn(),
        groups(asked, callout, judgement),
        partner(standing),
        handover.code(),
        handover.attempt(),
        judgement.missing(),
        duty.map(Clock::name).orElse(NONE),
        text(callout.map(Callout::since).orElse(dueAt(judgement))),
        current && callout.isPresent(),
        url + "/api/v1/tickets/" + asked.ticket());
  }

  /**
   * What a waiting step shows or routes on: if it changes, the step is woken whatever was recorded.
   * A due date is not in it, since an open task's date can be moved.
   */
  static String gist(Judgement judgement, @Nullable String callout) {
    return callout == null
        ? String.join(
            "|",
            judgement.status(),
            or(judgement.tier()),
            judgement.turn(),
            or(judgement.severity().value()),
            judgement.nextDuty().map(Clock::name).orElse(NONE),
            String.join(",", judgement.missing()))
        : String.join("|", judgement.status(), "" + callout(judgement, callout).isPresent());
  }

  /** When the task that waits for the side in charge is due; null if it has no end now. */
  static @Nullable Instant dueAt(Judgement judgement) {
    return judgement.nextDuty().map(Clock::dueAt).orElse(null);
  }

  private static Optional<Callout> callout(Judgement judgement, @Nullable String code) {
    return judgement.openCallouts().stream().filter(open -> open.code().equals(code)).findFirst();
  }

  private static boolean accepted(Timeline timeline) {
    return timeline.entries().reversed().stream()
        .map(Entry::kind)
        .filter(SOLUTIONS::contains)
        .findFirst()
        .filter("fix-accepted"::equals)
        .isPresent();
  }

  private static List<String> groups(Asked asked, Optional<Callout> callout, Judgement judgement) {
    String group =
        asked.callout() == null ? judgement.group() : callout.map(Callout::group).orElse(null);
    return group == null ? List.of() : List.of(group);
  }

  private List<String> partner(Standing standing) {
    return accounts
        .agreement(standing.agreement())
        .map(Agreement::holder)
        .map(holder -> accounts.people(holder, null))
        .orElse(List.of())
        .stream()
        .filter(person -> mayAct(person, standing.judgement()))
        .flatMap(person -> person.groups().stream())
        .distinct()
        .sorted()
        .toList();
  }

  private static boolean mayAct(Person person, Judgement judgement) {
    String actor = person.tier() == null ? person.role() : person.role() + "/" + person.tier();
    return !judgement.allowed().getOrDefault(actor, List.of()).isEmpty();
  }

  private static String or(@Nullable String code) {
    return code == null ? NONE : code;
  }

  private static @Nullable String text(@Nullable Instant instant) {
    return instant == null ? null : instant.toString();
  }
}
