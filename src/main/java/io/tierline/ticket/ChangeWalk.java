package io.tierline.ticket;

import io.tierline.policy.Proposal;
import io.tierline.ticket.ChangeRows.Change;
import io.tierline.ticket.ChangeRows.Open;
import io.tierline.timeline.Actor;
import io.tierline.timeline.Kinds;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Records a change of a calendar on ticket after ticket, a batch at a time, each through the door
 * under a key of its own: whoever is stopped on the way goes on, and nothing is recorded twice.
 */
@Component
class ChangeWalk {

  private static final Logger LOG = LoggerFactory.getLogger(ChangeWalk.class);
  private static final String SCOPE = "calendar-change";

  private final ChangeRows rows;
  private final Door door;
  private final int batch;

  /**
   * @param batch {@code tierline.calendars.batch}: how many tickets a round takes
   */
  ChangeWalk(ChangeRows rows, Door door, @Value("${tierline.calendars.batch:200}") int batch) {
    this.rows = rows;
    this.door = door;
    this.batch = batch;
  }

  /** One round; the pause between two is {@code tierline.calendars.pause}. */
  @Scheduled(fixedDelayString = "${tierline.calendars.pause:500ms}")
  void round() {
    try {
      rows.first().ifPresent(this::walk);
    } catch (DataAccessException e) {
      LOG.warn("A change of a calendar waits for the database: {}", e.getMessage());
    }
  }

  private void walk(Change change) {
    List<Open> tickets = rows.next(change, batch);
    int recorded = 0;
    for (Open ticket : tickets) {
      recorded += recorded(change, ticket) ? 1 : 0;
    }
    if (!tickets.isEmpty()) {
      rows.reached(change, tickets.getLast().id(), recorded, tickets.size() - recorded);
    }
    if (tickets.size() < batch) {
      rows.done(change);
    }
  }

  private boolean recorded(Change change, Open ticket) {
    Map<String, Object> data = new HashMap<>(change.data());
    data.put("change", String.valueOf(change.id()));
    Instant at =
        change.takenAt().isBefore(ticket.openedAt()) ? ticket.openedAt() : change.takenAt();
    Proposal proposal = new Proposal(Actor.system(), Kinds.CALENDAR_CHANGED, at, null, data);
    try {
      Outcome outcome =
          door.record(
              ticket.number(),
              proposal,
              SCOPE,
              String.valueOf(change.id()) + "/" + ticket.number());
      if (outcome instanceof Outcome.Refused refused) {
        LOG.info("{}: the calendar isn't changed here: {}", ticket.number(), refused.reason());
      }
      return outcome instanceof Outcome.Recorded;
    } catch (DataAccessException e) {
      throw e;
    } catch (RuntimeException e) {
      LOG.error("{}: the change {} failed; the others go on", ticket.number(), change.id(), e);
      return false;
    }
  }
}
