package io.tierline.ticket;

import io.tierline.account.Accounts;
import io.tierline.account.Agreement;
import io.tierline.account.Person;
import io.tierline.policy.Admission;
import io.tierline.policy.Pack;
import io.tierline.policy.Proposal;
import io.tierline.timeline.Actor;
import io.tierline.timeline.Kinds;
import io.tierline.timeline.Timeline;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Takes changes of dates that calendars know already. */
@Component
class CalendarChanges {

  private static final String SCOPE = "calendar-change:";

  private final ChangeRows rows;
  private final Requests requests;
  private final PinnedPacks packs;
  private final Accounts accounts;
  private final Door door;
  private final Clock clock;

  CalendarChanges(
      ChangeRows rows,
      Requests requests,
      PinnedPacks packs,
      Accounts accounts,
      Door door,
      Clock clock) {
    this.rows = rows;
    this.requests = requests;
    this.packs = packs;
    this.accounts = accounts;
    this.door = door;
    this.clock = clock;
  }

  /** What became of a change for many tickets. */
  sealed interface Taken {

    /** It is on its way. */
    record Under(long id) implements Taken {}

    /** It isn't. */
    record Not(Outcome.Refused refused) implements Taken {}
  }

  /** Changes the calendar of one ticket, at once. */
  Outcome one(String number, Map<String, Object> data, Person person, String key) {
    Proposal proposal = new Proposal(Actor.system(), Kinds.CALENDAR_CHANGED, null, null, data);
    return door.record(number, proposal, SCOPE + person.id(), key);
  }

  /** Changes the calendar of all tickets that are open now, one after the other. */
  Taken all(
      String pack,
      @Nullable String agreement,
      Map<String, Object> data,
      Person person,
      String key) {
    Requests.Request request =
        requests.request(SCOPE + person.id(), key, pack, agreement == null ? "" : agreement, data);
    return rows.same(request)
        .<Taken>map(Taken.Under::new)
        .orElseGet(() -> all(pack, agreement, data, request));
  }

  private Taken all(
      String pack, @Nullable String agreement, Map<String, Object> data, Requests.Request request) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    Optional<Outcome.Refused> refused = refusal(pack, agreement, data, now);
    if (refused.isPresent()) {
      return new Taken.Not(refused.get());
    }
    return rows.add(pack, agreement, data, now, request)
        .or(() -> rows.same(request))
        .<Taken>map(Taken.Under::new)
        .orElseGet(() -> new Taken.Not((Outcome.Refused) Requests.anotherBody(request)));
  }

  /** Asks the pack in force: what it can't have, old versions hardly will. */
  private Optional<Outcome.Refused> refusal(
      String id, @Nullable String code, Map<String, Object> data, Instant now) {
    Optional<Pack> pack = packs.active(id);
    if (pack.isEmpty()) {
      return missing("a pack", id);
    }
    Optional<Agreement> agreement =
        code == null
            ? Optional.empty()
            : accounts.agreement(code).filter(one -> one.pack().equals(id));
    if (code != null && agreement.isEmpty()) {
      return missing("an agreement on '" + id + "'", code);
    }
    Map<String, Object> terms =
        agreement
            .map(one -> one.over(pack.get().terms(one.code()).orElse(Map.of())))
            .orElse(Map.of());
    Map<String, Object> facts =
        code == null ? Map.of("terms", terms) : Map.of("terms", terms, "agreement", code);
    Timeline timeline = Timeline.of(Draft.observed(now, facts).entry(1, now));
    Proposal proposal = new Proposal(Actor.system(), Kinds.CALENDAR_CHANGED, null, null, data);
    return pack.get().admit(timeline, proposal, now) instanceof Admission.Refused refused
        ? Optional.of((Outcome.Refused) Refusals.of(refused))
        : Optional.empty();
  }

  private static Optional<Outcome.Refused> missing(String what, String name) {
    return Optional.of(
        new Outcome.Refused(
            404,
            "urn:tierline:refused:not-found",
            null,
            List.of(),
            "Expected %s, but there is no '%s'".formatted(what, name)));
  }
}
