package io.tierline.ticket;

import io.tierline.account.Person;
import io.tierline.policy.Pack;
import io.tierline.policy.Vocabulary;
import io.tierline.timeline.Timeline;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Tickets as other modules read them. */
@Component
class TicketBook implements Tickets {

  private final TicketRows rows;
  private final Entries entries;
  private final PinnedPacks packs;
  private final Clock clock;

  TicketBook(TicketRows rows, Entries entries, PinnedPacks packs, Clock clock) {
    this.rows = rows;
    this.entries = entries;
    this.packs = packs;
    this.clock = clock;
  }

  @Override
  public boolean concerns(Person person, String number) {
    return Actors.of(person).isPresent()
        && rows.find(number).filter(ticket -> ticket.concerns(person.org())).isPresent();
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<Standing> standing(String number) {
    return rows.find(number).map(this::standing);
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public Optional<Standing> lock(String number) {
    return rows.lock(number).map(this::standing);
  }

  @Override
  public Timeline timeline(String number) {
    return entries.timeline(number);
  }

  @Override
  public Map<String, String> texts(String number, long seq) {
    Map<String, String> kept = new HashMap<>();
    entries
        .texts(number)
        .getOrDefault(seq, Map.of())
        .forEach(
            (path, text) -> {
              if (text != null && !path.equals(Entries.NAME)) {
                kept.put(path, text);
              }
            });
    return kept;
  }

  @Override
  public Optional<Vocabulary> vocabulary(String number) {
    return rows.pinned(number)
        .map(pinned -> packs.version(pinned.pack(), pinned.version()).vocabulary());
  }

  @Override
  public List<String> openAfter(String number, int limit) {
    return rows.openAfter(TicketNumber.count(number).orElse(0L), limit);
  }

  private Standing standing(Ticket ticket) {
    Instant now = ticket.notBefore(clock.instant().truncatedTo(ChronoUnit.MILLIS));
    Timeline timeline = entries.timeline(ticket.number());
    Pack pack = packs.of(ticket, timeline);
    return new Standing(
        ticket.number(),
        ticket.generation(),
        timeline.lastSeq(),
        ticket.pack(),
        ticket.agreement(),
        ticket.customer(),
        pack.vocabulary(),
        pack.judge(timeline, now));
  }
}
