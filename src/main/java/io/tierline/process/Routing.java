package io.tierline.process;

import io.tierline.policy.Answer;
import io.tierline.policy.Callout;
import io.tierline.policy.Clock;
import io.tierline.policy.Judgement;
import io.tierline.ticket.Tickets;
import io.tierline.ticket.Tickets.Standing;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Puts a ticket's judgement into the words that models route on. Decides nothing. */
@Component
class Routing {

  private static final String NONE = "none";
  private static final String OPEN = "open";
  private static final String CLOSED = "closed";

  private final Tickets tickets;
  private final CarryingModels models;
  private final Circles circles;
  private final String url;

  Routing(
      Tickets tickets,
      CarryingModels models,
      Circles circles,
      @Value("${tierline.url:http://127.0.0.1:8080}") String url) {
    this.tickets = tickets;
    this.models = models;
    this.circles = circles;
    this.url = url;
  }

  /** The answer to a question, without a token. */
  Route route(Asked asked, Standing standing, boolean claimed) {
    Judgement judgement = standing.judgement();
    boolean current = standing.generation() == asked.generation();
    String status = current ? judgement.status() : CLOSED;
    Handover handover = Handover.of(tickets.timeline(asked.ticket()), judgement);
    Optional<Callout> callout = callout(judgement, asked.callout());
    Circle circle = circles.of(standing);
    String model = status.equals(OPEN) ? models.of(standing) : NONE;
    boolean led = models.led(model);
    List<String> leaderMay = led ? Permitted.toLeaders(judgement) : List.of();
    Choices choices = new Choices(standing.words(), judgement);
    return new Route(
        asked.ticket(),
        asked.generation(),
        asked.incident(),
        asked.callout(),
        null,
        standing.lastSeq(),
        claimed,
        status,
        model,
        or(judgement.severity().value()),
        values(judgement),
        or(judgement.tier()),
        or(judgement.side()),
        judgement.turn(),
        groups(asked, callout, judgement),
        circle.partner(),
        led ? circles.leaders(standing) : List.of(),
        circle.closers(),
        Permitted.toSide(judgement),
        circle.partnerMay(),
        leaderMay,
        asked.callout() == null ? choices.acts(Permitted.toTier(judgement)) : choices.actions(),
        choices.acts(circle.partnerMay()),
        choices.acts(leaderMay),
        choices.grounds(),
        handover.code(),
        handover.attempt(),
        judgement.missing(),
        judgement.nextDuty().map(Clock::name).orElse(NONE),
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
            or(judgement.type()),
            or(judgement.tier()),
            judgement.turn(),
            or(judgement.severity().value()),
            judgement.nextDuty().map(Clock::name).orElse(NONE),
            String.join(",", judgement.missing()),
            values(judgement).toString(),
            Choices.holding(judgement).toList().toString(),
            Permitted.toSide(judgement).toString(),
            Permitted.toTier(judgement).toString(),
            Permitted.toPartners(judgement).toString(),
            Permitted.toLeaders(judgement).toString())
        : String.join("|", judgement.status(), "" + callout(judgement, callout).isPresent());
  }

  /** When the task that waits for the side in charge is due; null if it has no end now. */
  static @Nullable Instant dueAt(Judgement judgement) {
    return judgement.nextDuty().map(Clock::dueAt).orElse(null);
  }

  private static Optional<Callout> callout(Judgement judgement, @Nullable String code) {
    return judgement.openCallouts().stream().filter(open -> open.code().equals(code)).findFirst();
  }

  private static Map<String, String> values(Judgement judgement) {
    Map<String, String> values = new TreeMap<>();
    judgement.assessments().forEach((name, answer) -> values.put(name, value(answer)));
    return values;
  }

  private static String value(Answer answer) {
    return or(answer.value());
  }

  private static List<String> groups(Asked asked, Optional<Callout> callout, Judgement judgement) {
    String group =
        asked.callout() == null ? judgement.group() : callout.map(Callout::group).orElse(null);
    return group == null ? List.of() : List.of(group);
  }

  private static String or(@Nullable String code) {
    return code == null ? NONE : code;
  }

  private static @Nullable String text(@Nullable Instant instant) {
    return instant == null ? null : instant.toString();
  }
}
