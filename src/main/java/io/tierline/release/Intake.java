package io.tierline.release;

import io.tierline.policy.Compilation;
import io.tierline.policy.Fault;
import io.tierline.policy.Pack;
import io.tierline.policy.PackFiles;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Takes a pack whole or not at all: compiled first, and only under a version that is new. Whatever
 * way it came, what was taken last is active; what was taken before never becomes it again.
 */
@Component
class Intake {
  private static final Logger LOG = LoggerFactory.getLogger(Intake.class);

  private final PackRows rows;
  private final StoredPacks packs;
  private final Compiler compiler;
  private final Clock clock;

  Intake(PackRows rows, StoredPacks packs, Compiler compiler, Clock clock) {
    this.rows = rows;
    this.packs = packs;
    this.compiler = compiler;
    this.clock = clock;
  }

  Taking take(FoundPack found, Origin origin) {
    if (!found.faults().isEmpty()) {
      return new Taking.Refused(found.faults());
    }
    return switch (Heading.of(found)) {
      case Heading.Faulty faulty -> new Taking.Refused(List.of(faulty.fault()));
      case Heading.Named named ->
          take(new Offer(named.pack(), named.version(), found.files(), origin));
    };
  }

  private Taking take(Offer offer) {
    Optional<PackFiles> stored = rows.files(offer.pack(), offer.version());
    Optional<String> newest = rows.newest(offer.pack());
    return stored.isPresent()
        ? offer.known(stored.get(), newest.orElseThrow())
        : compiled(offer, newest);
  }

  private Taking compiled(Offer offer, Optional<String> before) {
    PackFiles there =
        before.flatMap(version -> rows.files(offer.pack(), version)).orElse(PackFiles.of(Map.of()));
    return switch (compile(offer.pack(), offer.after(there))) {
      case Compilation.Rejected rejected -> new Taking.Refused(rejected.faults());
      case Compilation.Compiled done -> store(offer, done.pack(), before);
    };
  }

  /** Stored only on top of what it was compiled for: another one may have brought other rules. */
  private Taking store(Offer offer, Pack pack, Optional<String> before) {
    if (!offer.names(pack)) {
      return new Taking.Refused(
          List.of(offer.fault("Expected name and version as plain texts, but found an alias")));
    }
    if (!rows.add(offer, pack, before.orElse(null), clock.instant())) {
      return take(offer); // somebody was faster
    }
    LOG.info("Pack {} is taken in version {}: {}", pack.id(), pack.version(), offer.origin());
    packs.keep(pack);
    packs.follow();
    return new Taking.Taken(pack.id(), pack.version(), pack.files());
  }

  /** A compiler that fails is our bug; the pack is still not taken, and said so. */
  private Compilation compile(String pack, PackFiles files) {
    try {
      return compiler.compile(files);
    } catch (RuntimeException e) {
      LOG.error("The compiler failed on pack {}", pack, e);
      return new Compilation.Rejected(
          List.of(
              new Fault(
                  Heading.file(pack),
                  null,
                  "Expected the pack to compile, but the compiler failed: " + e)));
    }
  }
}
