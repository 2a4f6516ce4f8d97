package io.tierline.process;

import io.tierline.outbox.Outbox;
import io.tierline.outbox.Parcel;
import io.tierline.outbox.Parcel.Urgency;
import io.tierline.policy.Judgement;
import io.tierline.ticket.EntryRecorded;
import io.tierline.timeline.Kinds;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Starts and wakes process instances when something is recorded, inside the door's transaction: the
 * parcel goes out if and only if the entry stands.
 */
@Component
class Waking {

  private final Wakes wakes;
  private final Starts starts;
  private final Outbox outbox;

  Waking(Wakes wakes, Starts starts, Outbox outbox) {
    this.wakes = wakes;
    this.starts = starts;
    this.outbox = outbox;
  }

  @EventListener
  void on(EntryRecorded recorded) {
    switch (recorded.entry().kind()) {
      case Kinds.OPENED, Kinds.REOPENED -> starts.ticket(recorded.number(), recorded.generation());
      default -> {
        // An entry of any other kind finds its process running.
      }
    }
    wakes.of(recorded.number()).forEach(wake -> consider(wake, recorded));
  }

  private void consider(Wakes.Wake wake, EntryRecorded recorded) {
    Judgement judgement = recorded.judgement();
    if (wakes(wake, recorded.entry().kind())
        || !wake.seen().equals(Routing.gist(judgement, wake.callout()))) {
      wakes.spend(wake.token());
      send(recorded.number(), ZeebeDestination.WAKE, Map.of("token", wake.token().toString()));
    } else if (wake.callout() == null) {
      move(wake, recorded.number(), Routing.dueAt(judgement));
    }
  }

  private static boolean wakes(Wakes.Wake wake, String kind) {
    return wake.kinds() == null ? !Kinds.CONSEQUENCES.contains(kind) : wake.kinds().contains(kind);
  }

  private void move(Wakes.Wake wake, String ticket, @Nullable Instant dueAt) {
    if (Objects.equals(wake.dueAt(), dueAt)) {
      return;
    }
    wakes.move(wake.token(), dueAt);
    Map<String, Object> body =
        Map.of(
            "token", wake.token().toString(),
            "instance", wake.instance(),
            "dueAt", dueAt == null ? "" : dueAt.toString());
    outbox.send(new Parcel(ticket, DueDates.NAME, Urgency.EVENT, "due", body));
  }

  private void send(String lane, String type, Map<String, Object> body) {
    outbox.send(new Parcel(lane, ZeebeDestination.NAME, Urgency.WAKE, type, body));
  }
}
