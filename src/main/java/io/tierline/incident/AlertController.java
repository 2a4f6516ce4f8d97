package io.tierline.incident;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tierline.account.Accounts;
import io.tierline.account.Agreement;
import io.tierline.account.Person;
import io.tierline.incident.Alerts.Source;
import io.tierline.policy.AlertRule;
import io.tierline.policy.Pack;
import io.tierline.policy.Packs;
import io.tierline.ticket.Actors;
import io.tierline.timeline.Actor;
import io.tierline.timeline.Role;
import io.tierline.web.Caller;
import io.tierline.web.Problem;
import java.util.List;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Alerts of a monitoring, as Alertmanager posts them. */
@Tag(name = "Alerts")
@RestController
@RequestMapping(AlertController.PATH)
class AlertController {

  static final String PATH = "/api/v1/alerts";
  private static final Logger LOG = LoggerFactory.getLogger(AlertController.class);
  private static final long RETRY_AFTER = 30;

  private final Alerts alerts;
  private final Accounts accounts;
  private final Packs packs;

  AlertController(Alerts alerts, Accounts accounts, Packs packs) {
    this.alerts = alerts;
    this.accounts = accounts;
    this.packs = packs;
  }

  /** What became of each; an alert that is sent again changes nothing. */
  @Operation(
      summary = "Report alerts",
      description =
          "The first alert of a group opens a ticket. Those that say the same of service and fields"
              + " join it while the policy takes them there, others open their own; the end of one is"
              + " recorded. Each is taken once, however often it is sent. If one is refused"
              + " the others are taken all the same; `alerts` of the answer says which.")
  @ApiResponse(responseCode = "200", description = "All are on their tickets")
  @ApiResponse(
      responseCode = "404",
      description = "No such agreement of yours, or its policy takes no alerts")
  @ApiResponse(responseCode = "422", description = "Some can't be taken as they are")
  @ApiResponse(responseCode = "503", description = "Some were not taken; send them again")
  @PostMapping
  List<AlertTaken> take(
      @Caller Person person,
      @Parameter(description = "The agreement's code", example = "operations") @RequestParam
          String agreement,
      @RequestBody Alarm alarm) {
    Source source = source(person, agreement, Objects.requireNonNullElse(alarm.groupKey(), ""));
    List<AlertTaken> taken = listed(alarm).stream().map(alert -> one(source, alert)).toList();
    return unlessRefused(taken);
  }

  /** An outage at one must not cost the others: it is answered, and sent again. */
  private AlertTaken one(Source source, Alert alert) {
    String fault = alert.fault();
    try {
      return fault != null
          ? AlertTaken.faulty(alert, fault)
          : alerts.take(
              source,
              alert,
              Objects.requireNonNull(alert.startsAt()),
              Objects.requireNonNull(alert.fingerprint()));
    } catch (RuntimeException e) {
      LOG.error("An alert was not taken; it is asked for again", e);
      return AlertTaken.later(alert, "Expected the server to take it, but it did not");
    }
  }

  private Source source(Person person, String agreement, String group) {
    Actor actor =
        Actors.of(person)
            .filter(one -> one.role() == Role.MONITOR)
            .orElseThrow(
                () ->
                    new Problem(
                        HttpStatus.FORBIDDEN.value(),
                        "urn:tierline:refused:role",
                        "Expected the key of a monitoring, but your role is '%s'"
                            .formatted(person.role()),
                        null,
                        List.of()));
    AlertRule rule =
        accounts
            .agreement(agreement)
            .filter(found -> party(person, found))
            .flatMap(found -> packs.active(found.pack()))
            .flatMap(Pack::alerts)
            .orElseThrow(
                () ->
                    Problem.of(
                        HttpStatus.NOT_FOUND,
                        "Expected an agreement of yours whose policy takes alerts, but found none"
                            + " of this code"));
    return new Source(person, actor, agreement, rule, group);
  }

  private static boolean party(Person person, Agreement agreement) {
    return person.org().equals(agreement.vendor()) || person.org().equals(agreement.holder());
  }

  private static List<Alert> listed(Alarm alarm) {
    List<Alert> listed = alarm.alerts() == null ? List.of() : alarm.alerts();
    if (listed.isEmpty() || listed.stream().anyMatch(Objects::isNull)) {
      throw Problem.of(
          HttpStatus.UNPROCESSABLE_CONTENT, "Expected 'alerts' with some alerts, but found none");
    }
    if (alarm.truncatedAlerts() != null && alarm.truncatedAlerts() > 0) {
      LOG.warn("Alertmanager left out {} alerts of a group", alarm.truncatedAlerts());
    }
    return listed;
  }

  /** Alertmanager tries again at once after a 5xx, and with the group's next word after a 4xx. */
  private static List<AlertTaken> unlessRefused(List<AlertTaken> taken) {
    List<AlertTaken> refused = taken.stream().filter(AlertTaken::isRefused).toList();
    if (refused.isEmpty()) {
      return taken;
    }
    refused.forEach(one -> LOG.warn("Alert {} was not taken: {}", one.fingerprint(), one.reason()));
    boolean later = refused.stream().anyMatch(one -> one.status() >= 500);
    Problem problem =
        Problem.of(
                later ? HttpStatus.SERVICE_UNAVAILABLE : HttpStatus.UNPROCESSABLE_CONTENT,
                "Expected to take %d alerts, but %d were refused, the first one so: %s"
                    .formatted(taken.size(), refused.size(), refused.getFirst().reason()))
            .with("alerts", taken);
    throw later ? problem.retryAfter(RETRY_AFTER) : problem;
  }
}
