package io.tierline.ticket;

import io.tierline.outbox.Outbox;
import io.tierline.outbox.Parcel;
import io.tierline.outbox.Parcel.Urgency;
import io.tierline.policy.Judgement;
import io.tierline.timeline.Kinds;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Tells of entries: inside at once, outside by the outbox. */
@Component
class Announcements {

  private static final String DESTINATION = "kafka";
  private static final String TYPE = "entry";

  private final Outbox outbox;
  private final ApplicationEventPublisher events;
  private final EventViews views;
  private final Jsonb jsonb;

  Announcements(Outbox outbox, ApplicationEventPublisher events, EventViews views, Jsonb jsonb) {
    this.outbox = outbox;
    this.events = events;
    this.views = views;
    this.jsonb = jsonb;
  }

  /**
   * Tells of the steps that were recorded together.
   *
   * @param ticket the ticket as it was before them
   */
  void announce(Ticket ticket, List<Ticket.Recorded> steps) {
    Judgement before = ticket.lastSeq() == 0 ? null : ticket.judgement();
    for (Ticket.Recorded step : steps) {
      announce(ticket, step, before);
      before = step.judgement();
    }
  }

  private void announce(Ticket ticket, Ticket.Recorded step, @Nullable Judgement before) {
    boolean calls = step.entry().kind().equals(Kinds.INCIDENT_DECLARED);
    outbox.send(
        new Parcel(
            ticket.number(),
            DESTINATION,
            calls ? Urgency.CALLOUT : Urgency.EVENT,
            TYPE,
            jsonb.map(views.event(ticket.after(step), step))));
    events.publishEvent(
        new EntryRecorded(
            ticket.number(), step.generation(), step.entry(), before, step.judgement()));
  }
}
