package io.tierline.process;

import io.tierline.policy.Judgement;
import io.tierline.ticket.Tickets;
import io.tierline.ticket.Tickets.Standing;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Answers the job {@code judge}: how a subject stands, whether the asking instance runs it, and a
 * fresh one-time token. The subject is locked meanwhile, so every entry is either in the answer or
 * wakes the token.
 */
@Component
class Judge {

  private final Tickets tickets;
  private final Routing routing;
  private final Claims claims;
  private final Wakes wakes;
  private final Instances instances;

  Judge(Tickets tickets, Routing routing, Claims claims, Wakes wakes, Instances instances) {
    this.tickets = tickets;
    this.routing = routing;
    this.claims = claims;
    this.wakes = wakes;
    this.instances = instances;
  }

  /**
   * The answer, about what the asking instance works on whatever its variables say by now.
   *
   * @throws IllegalStateException if there is no such ticket
   */
  @Transactional
  public Route answer(Asked said) {
    Asked asked = instances.settle(said);
    if (asked.ticket().isEmpty()) {
      return Route.nothing();
    }
    Standing standing =
        tickets
            .lock(asked.ticket())
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        "Expected a ticket %s, but found none".formatted(asked.ticket())));
    boolean claimed =
        asked.process() == null
            || claims.claim(asked.subject(), asked.process(), asked.generation(), asked.instance());
    Route route = routing.route(asked, standing, claimed);
    if (!claimed) {
      wakes.disarm(asked.instance());
      return route;
    }
    if (asked.process() != null && asked.callout() == null) {
      wakes.disarmCalled(asked.ticket(), asked.generation(), asked.job());
    }
    if (over(asked, route)) {
      wakes.disarm(asked.instance());
      if (asked.process() != null) {
        claims.end(asked.subject(), asked.process(), asked.generation());
      }
      return route;
    }
    return wait(asked, route, standing.judgement());
  }

  private static boolean over(Asked asked, Route route) {
    return asked.callout() == null ? route.status().equals("closed") : !route.called();
  }

  private Route wait(Asked asked, Route route, Judgement judgement) {
    UUID token = Wakes.token(asked.job());
    wakes.arm(
        new Wakes.Wake(
            token,
            asked.job(),
            asked.instance(),
            asked.kinds(),
            asked.callout(),
            Routing.gist(judgement, asked.callout()),
            asked.callout() == null ? Routing.dueAt(judgement) : null),
        asked.ticket(),
        route.seenSeq());
    return route.waitingFor(token.toString());
  }
}
