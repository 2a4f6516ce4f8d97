package io.tierline.process;

import io.camunda.client.CamundaClient;
import java.time.Clock;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Looks after running instances, a few at a time, callouts first. One that the engine no longer
 * knows is started again: its router walks to where the timeline stands.
 */
@Component
class Reconciler {

  private static final Logger LOG = LoggerFactory.getLogger(Reconciler.class);

  private final CamundaClient zeebe;
  private final Claims claims;
  private final Starts starts;
  private final ZeebeSettings settings;
  private final Clock clock;

  Reconciler(
      CamundaClient zeebe, Claims claims, Starts starts, ZeebeSettings settings, Clock clock) {
    this.zeebe = zeebe;
    this.claims = claims;
    this.starts = starts;
    this.settings = settings;
    this.clock = clock;
  }

  /** One part of the round. */
  @Scheduled(fixedDelayString = "${tierline.zeebe.reconcile:5s}")
  void look() {
    for (Claims.Claim claim : claims.next(settings.reconcileAtOnce())) {
      try {
        if (claim.instance() == null ? unclaimed(claim) : gone(claim.instance())) {
          starts.again(claim);
          LOG.info("Started {} of {} again", claim.process(), claim.subject());
        }
      } catch (RuntimeException e) {
        LOG.info("The engine can't be asked about its instances: {}", e.getMessage());
        return;
      }
    }
  }

  private boolean unclaimed(Claims.Claim claim) {
    return claim.requestedAt().plus(settings.startPatience()).isBefore(clock.instant())
        && starts.underWay().compareTo(settings.startPatience()) < 0;
  }

  /** Asks by a command, which answers from the engine's own state: no search is up to date. */
  private boolean gone(long instance) {
    try {
      zeebe.newSetVariablesCommand(instance).variables(Map.of()).send().join();
      return false;
    } catch (RuntimeException e) {
      if (Fault.of(e) == Fault.GONE) {
        return true;
      }
      throw e;
    }
  }
}
