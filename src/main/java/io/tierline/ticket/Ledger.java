package io.tierline.ticket;

import io.tierline.policy.Judgement;
import io.tierline.policy.Pack;
import io.tierline.timeline.Entry;
import io.tierline.timeline.Kinds;
import io.tierline.timeline.Timeline;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * The inside of the door: appends, judges, saves, and tells. Callers hold the ticket's lock and
 * have asked the policy for leave.
 */
@Component
class Ledger {

  private final Entries entries;
  private final PinnedPacks packs;
  private final Schedule schedule;
  private final Announcements announcements;

  Ledger(Entries entries, PinnedPacks packs, Schedule schedule, Announcements announcements) {
    this.entries = entries;
    this.packs = packs;
    this.schedule = schedule;
    this.announcements = announcements;
  }

  /**
   * Writes drafts that belong together and are judged together, and what follows from them.
   *
   * @param drafts none where time alone changed the judgement
   * @return the ticket as it stands now
   */
  Ticket write(Ticket ticket, Timeline timeline, List<Draft> drafts, Instant now) {
    Page page = new Page(ticket, timeline, now);
    drafts.forEach(page::add);
    Pack pack = packs.of(ticket, page.timeline);
    Judgement judgement = pack.judge(page.timeline, now);
    Consequences.of(
            ticket.judgement(), page.timeline, judgement, drafts.isEmpty(), now, pack::visibility)
        .forEach(page::add);

    Ticket after = ticket;
    List<Ticket.Recorded> steps = new ArrayList<>();
    for (Draft draft : page.drafts) {
      Entry entry = draft.entry(after.lastSeq() + 1, now);
      int generation = after.generation() + (draft.kind().equals(Kinds.REOPENED) ? 1 : 0);
      Ticket.Recorded step =
          new Ticket.Recorded(entry, generation, pack.id(), pack.version(), judgement);
      entries.append(ticket.number(), step, draft.texts());
      after = after.after(step);
      steps.add(step);
    }
    schedule.save(after, page.timeline, pack, now);
    announcements.announce(ticket, steps);
    return after;
  }

  /** Saves what time alone made of a ticket, when that is nothing to record. */
  void rearm(Ticket ticket, Timeline timeline, Instant now) {
    schedule.save(ticket, timeline, packs.of(ticket), now);
  }

  /** What is being written, and the timeline as it will be. */
  private static final class Page {
    private final List<Draft> drafts = new ArrayList<>();
    private final long lastSeq;
    private final Instant now;
    private Timeline timeline;

    Page(Ticket ticket, Timeline timeline, Instant now) {
      this.lastSeq = ticket.lastSeq();
      this.timeline = timeline;
      this.now = now;
    }

    void add(Draft draft) {
      drafts.add(draft);
      timeline = timeline.plus(draft.entry(lastSeq + drafts.size(), now));
    }
  }
}
