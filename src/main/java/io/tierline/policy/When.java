package io.tierline.policy;

import io.tierline.policy.Admission.Cause;
import io.tierline.policy.Admission.Refused;
import io.tierline.policy.Declaration.Kind;
import io.tierline.timeline.Entry;
import io.tierline.timeline.Kinds;
import io.tierline.timeline.Role;
import io.tierline.timeline.Timeline;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * When something happened: now, or earlier if the pack lets the role say so. Tierline itself may
 * always say when.
 *
 * @param backdating by role: how many hours back
 */
record When(Map<Role, Long> backdating) {

  /** The free text that says why an entry's instant is earlier than its recording. */
  static final String BECAUSE = "backdatedBecause";

  /** May say so too, unless the kind means something of its own by it. */
  static final String REASON = "reason";

  Instant of(Proposal proposal, Instant now) {
    return proposal.at() == null ? now : proposal.at().truncatedTo(ChronoUnit.MILLIS);
  }

  Optional<Refused> check(Timeline timeline, Proposal proposal, Kind kind, Instant now) {
    Instant at = of(proposal, now);
    if (at.isAfter(now)) {
      return refused(
          Cause.INVALID, "Expected 'at' not to be after now, %s, but found %s".formatted(now, at));
    }
    Optional<Instant> opened = opened(timeline);
    if (opened.isPresent() && at.isBefore(opened.get())) {
      return refused(
          Cause.INVALID,
          "Expected 'at' not to be before the opening, %s, but found %s"
              .formatted(opened.get(), at));
    }
    return at.equals(now) || proposal.by().role() == Role.SYSTEM
        ? Optional.empty()
        : earlier(proposal, kind, at, now);
  }

  private Optional<Refused> earlier(Proposal proposal, Kind kind, Instant at, Instant now) {
    Long hours = backdating.get(proposal.by().role());
    if (hours == null) {
      return refused(
          Cause.ROLE,
          "Expected 'at' to be left out or now, but the role '%s' gave the earlier %s"
              .formatted(proposal.by().role().code(), at));
    }
    if (at.isBefore(now.minus(Duration.ofHours(hours)))) {
      return refused(
          Cause.INVALID,
          "Expected 'at' to be at most %d hours before now, %s, but found %s"
              .formatted(hours, now, at));
    }
    String key = kind.data().containsKey(REASON) ? BECAUSE : REASON;
    return proposal.data().containsKey(BECAUSE) || proposal.data().containsKey(key)
        ? Optional.empty()
        : refused(
            Cause.INVALID,
            "Expected '%s' to say why 'at' is earlier than now, but there is none".formatted(key));
  }

  private static Optional<Instant> opened(Timeline timeline) {
    return timeline.entries().stream()
        .filter(entry -> entry.kind().equals(Kinds.OPENED))
        .map(Entry::at)
        .findFirst();
  }

  private static Optional<Refused> refused(Cause cause, String reason) {
    return Optional.of(new Refused(cause, "policy.yaml#backdating", List.of(), reason));
  }
}
