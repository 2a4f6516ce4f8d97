package io.tierline.ticket;

import io.tierline.policy.Pack;
import io.tierline.policy.Packs;
import io.tierline.timeline.Entry;
import io.tierline.timeline.Kinds;
import io.tierline.timeline.Timeline;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The pack that a timeline names: the version at its opening, or that of a later change. */
@Component
class PinnedPacks {

  /** Where an entry names the pack and version that hold from it on. */
  static final String POLICY = "policy";

  private static final Set<String> NAMING = Set.of(Kinds.OPENED, Kinds.POLICY_CHANGED);

  private final Packs packs;

  PinnedPacks(Packs packs) {
    this.packs = packs;
  }

  Optional<Pack> active(String pack) {
    return packs.active(pack);
  }

  Optional<Pack> find(String pack, String version) {
    return packs.version(pack, version);
  }

  Pack of(Ticket ticket) {
    return version(ticket.pack(), ticket.version());
  }

  /** The pack of a timeline, which may be an excerpt; where it names none, the ticket's own. */
  Pack of(Ticket ticket, Timeline timeline) {
    return timeline.entries().stream()
        .filter(entry -> policy(entry).isPresent())
        .max(Comparator.comparingLong(Entry::seq))
        .flatMap(PinnedPacks::policy)
        .map(pinned -> version(pinned.pack(), pinned.version()))
        .orElseGet(() -> of(ticket));
  }

  /** Every version of a pack that was taken, the newest first. */
  List<String> versions(String pack) {
    return packs.versions(pack);
  }

  /** The same with the calendar data that was known by an instant; null for all of it. */
  Pack of(Ticket ticket, Timeline timeline, @Nullable Instant known) {
    Pack pack = of(ticket, timeline);
    return known == null ? pack : pack.with(pack.calendarData().knownBy(known));
  }

  static Map<String, Object> policy(Pack pack) {
    return Map.of("pack", pack.id(), "version", pack.version());
  }

  private static Optional<TicketRows.Pinned> policy(Entry entry) {
    return NAMING.contains(entry.kind())
            && entry.data().get(POLICY) instanceof Map<?, ?> policy
            && policy.get("pack") instanceof String pack
            && policy.get("version") instanceof String version
        ? Optional.of(new TicketRows.Pinned(pack, version))
        : Optional.empty();
  }

  Pack version(String pack, String version) {
    return packs
        .version(pack, version)
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "Expected the pack %s in version %s, but it is not stored"
                        .formatted(pack, version)));
  }
}
