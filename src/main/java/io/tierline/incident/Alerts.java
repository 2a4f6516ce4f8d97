package io.tierline.incident;

import io.tierline.account.Accounts;
import io.tierline.account.Person;
import io.tierline.incident.AlertRows.Name;
import io.tierline.incident.AlertRows.Taken;
import io.tierline.policy.AlertRule;
import io.tierline.policy.Proposal;
import io.tierline.ticket.Door;
import io.tierline.ticket.Opening;
import io.tierline.ticket.Outcome;
import io.tierline.timeline.Actor;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.DigestUtils;

/**
 * Puts alerts on tickets, each once however often it is sent: the first of a group opens one, those
 * that say the same of service and fields join it while the policy takes them there, and the end of
 * an alert is recorded where it stands (HY-081).
 */
@Component
class Alerts {

  private static final String CHANNEL = "alert";

  private final AlertRows rows;
  private final Door door;
  private final Accounts accounts;
  private final Clock clock;

  Alerts(AlertRows rows, Door door, Accounts accounts, Clock clock) {
    this.rows = rows;
    this.door = door;
    this.accounts = accounts;
    this.clock = clock;
  }

  /**
   * Whoever sends alerts, and what becomes of them.
   *
   * @param actor the person as somebody who acts on tickets
   * @param group the group's key; empty if alerts are told one by one
   */
  record Source(Person person, Actor actor, String agreement, AlertRule rule, String group) {

    /**
     * What shares a ticket: alerts of one group that say the same of service and fields. One that
     * is worse than the others must not hide behind them.
     */
    String sharing(Alert alert, String fingerprint) {
      String said =
          String.join(
              "\n",
              group.isEmpty() ? fingerprint : group,
              alert.labels().getOrDefault(rule.service(), ""),
              new TreeMap<>(rule.fields(alert.labels())).toString());
      return DigestUtils.md5DigestAsHex(said.getBytes(StandardCharsets.UTF_8));
    }
  }

  /** Takes one alert, in one transaction. */
  @Transactional
  public AlertTaken take(Source source, Alert alert, Instant startsAt, String fingerprint) {
    Name name = new Name(source.agreement(), fingerprint, startsAt.truncatedTo(ChronoUnit.MILLIS));
    String sharing = source.sharing(alert, fingerprint);
    rows.queue(name, sharing);
    Optional<Taken> taken = rows.find(name);
    if (alert.resolved()) {
      return taken
          .map(known -> clear(source, alert, name, known))
          .orElseGet(() -> AlertTaken.of(alert, "unknown", null));
    }
    return taken
        .map(known -> AlertTaken.of(alert, "known", known.ticket()))
        .orElseGet(() -> place(source, alert, name, sharing));
  }

  /** A ticket that is closed by now takes no entry, and needs none. */
  private AlertTaken clear(Source source, Alert alert, Name name, Taken known) {
    if (known.cleared()) {
      return AlertTaken.of(alert, "known", known.ticket());
    }
    Outcome outcome = record(source, alert, name, source.rule().cleared(), known.ticket());
    if (outcome instanceof Outcome.Refused refused && !known.closed()) {
      return AlertTaken.refused(alert, refused);
    }
    rows.clear(name, clock.instant());
    return AlertTaken.of(alert, "cleared", known.ticket());
  }

  private AlertTaken place(Source source, Alert alert, Name name, String sharing) {
    Optional<String> joined =
        rows.open(source.agreement(), sharing)
            .filter(
                ticket ->
                    record(source, alert, name, source.rule().joined(), ticket)
                        instanceof Outcome.Recorded);
    if (joined.isPresent()) {
      rows.add(name, sharing, joined.get(), clock.instant());
      return AlertTaken.of(alert, "joined", joined.get());
    }
    return switch (door.open(opening(source, alert), source.person(), key("open", name))) {
      case Outcome.Refused refused -> AlertTaken.refused(alert, refused);
      case Outcome.Recorded opened -> {
        rows.add(name, sharing, opened.number(), clock.instant());
        yield AlertTaken.of(alert, "opened", opened.number());
      }
    };
  }

  private Outcome record(Source source, Alert alert, Name name, String kind, String ticket) {
    Proposal proposal =
        new Proposal(source.actor(), kind, null, null, Map.of("text", alert.text()));
    return door.record(ticket, proposal, source.person().id(), key(kind, name));
  }

  private Opening opening(Source source, Alert alert) {
    AlertRule rule = source.rule();
    return new Opening(
        source.agreement(),
        rule.type(),
        null,
        customer(source, alert.labels().getOrDefault(rule.service(), "")),
        alert.subject(),
        alert.text(),
        CHANNEL,
        null,
        null,
        rule.fields(alert.labels()));
  }

  /** An alert that names no service of the agreement's is taken all the same. */
  private String customer(Source source, String service) {
    return accounts.concerns(source.person(), source.agreement(), service)
        ? service
        : source.rule().fallback();
  }

  private static String key(String what, Name name) {
    return "alert/%s/%s/%s/%s"
        .formatted(what, name.agreement(), name.fingerprint(), name.startsAt());
  }
}
