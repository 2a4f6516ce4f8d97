package io.tierline.process;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Looks after running instances, a few at a time, callouts first. One that the engine no longer
 * knows is started again: its router walks to where the timeline stands.
 *
 * <p>Not before the engine is met: a strange one knows nothing of ours, and what is found missing
 * one by one comes in no order.
 */
@Component
class Reconciler {

  private static final Logger LOG = LoggerFactory.getLogger(Reconciler.class);

  /** With the usual settings 100 starts a second at most, as long as they don't pile up. */
  private static final int MOST_PARTS = 10;

  private final Presence presence;
  private final Claims claims;
  private final Starts starts;
  private final Readiness readiness;
  private final ZeebeSettings settings;

  Reconciler(
      Presence presence,
      Claims claims,
      Starts starts,
      Readiness readiness,
      ZeebeSettings settings) {
    this.presence = presence;
    this.claims = claims;
    this.starts = starts;
    this.readiness = readiness;
    this.settings = settings;
  }

  /**
   * One part of the round; the next parts at once if most were lost, as after a wiped engine, as
   * long as what was asked for doesn't pile up before the engine.
   */
  @Scheduled(fixedDelayString = "${tierline.zeebe.reconcile:5s}")
  void look() {
    if (!readiness.works()) {
      return;
    }
    int parts = 0;
    int lost;
    do {
      lost = lookAtSome();
    } while (lost > settings.reconcileAtOnce() / 2 && ++parts < MOST_PARTS && starts.flow());
  }

  /** Tickets that were lost wait for the next look while callouts were: those go first. */
  private int lookAtSome() {
    int lost = 0;
    boolean calling = false;
    for (Claims.Claim claim : claims.next(settings.reconcileAtOnce(), settings.startPatience())) {
      boolean callout = claim.process().equals(Starting.INCIDENT);
      if (claim.lost() && calling && !callout) {
        continue;
      }
      try {
        if (claim.instance() == null ? claim.lost() : !presence.has(claim.instance())) {
          if (!readiness.works()) {
            return 0; // another engine, perhaps, which lacks everything
          }
          starts.again(claim);
          calling |= claim.lost() && callout;
          lost++;
          LOG.info("Started {} of {} again", claim.process(), claim.subject());
        }
      } catch (RuntimeException e) {
        LOG.info("The engine can't be asked about its instances: {}", e.getMessage());
        return 0;
      }
    }
    return lost;
  }
}
