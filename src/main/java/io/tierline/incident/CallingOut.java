package io.tierline.incident;

import io.tierline.outbox.Outbox;
import io.tierline.outbox.Parcel;
import io.tierline.outbox.Parcel.Urgency;
import io.tierline.policy.Callout;
import io.tierline.ticket.EntryRecorded;
import io.tierline.timeline.Entry;
import io.tierline.timeline.Kinds;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Opens an incident when the timeline declares one and closes it when somebody answers or the
 * ground for it goes away.
 */
@Component
class CallingOut {

  private final Incidents incidents;
  private final Outbox outbox;

  CallingOut(Incidents incidents, Outbox outbox) {
    this.incidents = incidents;
    this.outbox = outbox;
  }

  @EventListener
  void on(EntryRecorded recorded) {
    switch (recorded.entry().kind()) {
      case Kinds.INCIDENT_DECLARED -> declare(recorded);
      case Kinds.CALLOUT_ANSWERED -> answer(recorded);
      default -> {
        // Nobody is called and nobody answers.
      }
    }
    incidents.withdraw(
        recorded.number(),
        recorded.judgement().callouts().stream().map(Callout::code).toList(),
        recorded.entry().recordedAt());
  }

  private void declare(EntryRecorded recorded) {
    Entry entry = recorded.entry();
    String callout = String.valueOf(entry.data().get("callout"));
    Incidents.Called called =
        new Incidents.Called(
            String.valueOf(entry.data().get("role")), String.valueOf(entry.data().get("group")));
    String number =
        incidents.declare(
            recorded.number(), recorded.generation(), callout, called, entry.at(), entry.seq());
    outbox.send(
        new Parcel(
            number,
            "callouts",
            Urgency.CALLOUT,
            "incident-start",
            Map.of(
                "incident",
                number,
                "ticket",
                recorded.number(),
                "generation",
                recorded.generation(),
                "callout",
                callout)));
  }

  private void answer(EntryRecorded recorded) {
    Entry entry = recorded.entry();
    incidents.answer(
        recorded.number(),
        String.valueOf(entry.data().get("callout")),
        entry.at(),
        entry.by().id(),
        text(entry.data().get("action")));
  }

  private static @Nullable String text(@Nullable Object value) {
    return value == null ? null : value.toString();
  }
}
