package io.tierline.release;

import io.tierline.policy.Fault;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The last refusal of each pack, as this instance met it; gone when the pack is in order again. */
@Component
class Refusals {
  private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);

  private final Clock clock;
  private final Map<String, Refusal> last = new ConcurrentHashMap<>();

  /**
   * Why what lies in the folder is not taken.
   *
   * @param at when it was refused, UTC
   */
  record Refusal(Instant at, List<Fault> faults) {}

  Refusals(Clock clock) {
    this.clock = clock;
  }

  Optional<Refusal> of(String pack) {
    return Optional.ofNullable(last.get(pack));
  }

  Set<String> packs() {
    return last.keySet();
  }

  void note(String pack, Taking taking) {
    List<Fault> faults = taking.faults();
    if (faults.isEmpty()) {
      last.remove(pack);
      return;
    }
    last.put(pack, new Refusal(clock.instant(), faults));
    if (taking instanceof Taking.Overtaken overtaken) {
      LOG.warn("Pack {} is behind here: {}", pack, overtaken.fault().reason());
    } else {
      faults.forEach(fault -> log(pack, fault));
    }
  }

  private static void log(String pack, Fault fault) {
    LOG.error(
        "Pack {} is refused: {}{}: {}",
        pack,
        fault.file(),
        fault.where() == null ? "" : " (" + fault.where() + ")",
        fault.reason());
  }
}
