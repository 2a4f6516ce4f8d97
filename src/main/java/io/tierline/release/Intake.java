package io.tierline.release;

import io.tierline.policy.Compilation;
import io.tierline.policy.Fault;
import io.tierline.policy.Pack;
import io.tierline.policy.PackFiles;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Takes a pack whole or not at all: compiled first, and only under a version that is new. */
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

  Taking take(FoundPack found) {
    if (!found.faults().isEmpty()) {
      return new Taking.Refused(found.faults());
    }
    return switch (Heading.of(found)) {
      case Heading.Faulty faulty -> new Taking.Refused(List.of(faulty.fault()));
      case Heading.Named named ->
          known(named, found.files()).orElseGet(() -> compiled(named, found));
    };
  }

  private Taking compiled(Heading.Named named, FoundPack found) {
    return switch (compile(found)) {
      case Compilation.Rejected rejected -> new Taking.Refused(rejected.faults());
      case Compilation.Compiled done -> store(named, done.pack(), found.files());
    };
  }

  private Taking store(Heading.Named named, Pack pack, PackFiles files) {
    if (!rows.add(named.pack(), named.version(), files, clock.instant())) {
      return known(named, files).orElseThrow(); // another instance was faster
    }
    packs.keep(pack);
    packs.follow();
    return new Taking.Taken(named.pack(), named.version());
  }

  /** What there is to say about a version that was taken before. */
  private Optional<Taking> known(Heading.Named named, PackFiles files) {
    return rows.files(named.pack(), named.version())
        .map(
            stored ->
                stored.equals(files)
                    ? same(named)
                    : named.refused(
                        "Expected a new version, but '%s' was taken before with other content of %s"
                            .formatted(named.version(), named.changed(stored, files))));
  }

  private Taking same(Heading.Named named) {
    String newest = rows.versions(named.pack()).getFirst().version();
    return newest.equals(named.version())
        ? new Taking.Known(named.pack(), named.version())
        : named.refused(
            "Expected a new version, but '%s' was taken before '%s', which stays active"
                .formatted(named.version(), newest));
  }

  /** A compiler that fails is our bug; the pack is still not taken, and said so. */
  private Compilation compile(FoundPack found) {
    try {
      return compiler.compile(found.files());
    } catch (RuntimeException e) {
      LOG.error("The compiler failed on pack {}", found.folder(), e);
      return new Compilation.Rejected(
          List.of(
              new Fault(
                  Heading.file(found),
                  null,
                  "Expected the pack to compile, but the compiler failed: " + e)));
    }
  }
}
