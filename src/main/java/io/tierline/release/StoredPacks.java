package io.tierline.release;

import io.tierline.policy.CalendarData;
import io.tierline.policy.Compilation;
import io.tierline.policy.Pack;
import io.tierline.policy.PackFiles;
import io.tierline.policy.Packs;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The packs of the database, compiled when first needed and kept. A pack becomes active here when
 * it is compiled: nobody who opens a ticket waits for a compiler.
 */
@Component
class StoredPacks implements Packs {
  private static final Logger LOG = LoggerFactory.getLogger(StoredPacks.class);

  private final PackRows rows;
  private final SupplementRows supplements;
  private final Compiler compiler;
  private final Map<String, CalendarData> calendars = new ConcurrentHashMap<>();
  private final Map<Key, Pack> compiled = new ConcurrentHashMap<>();
  private final Map<String, Pack> active = new ConcurrentHashMap<>();
  private final Map<String, String> broken = new ConcurrentHashMap<>();

  private record Key(String pack, String version) {}

  StoredPacks(PackRows rows, SupplementRows supplements, Compiler compiler) {
    this.rows = rows;
    this.supplements = supplements;
    this.compiler = compiler;
  }

  @Override
  public Optional<Pack> active(String pack) {
    return Optional.ofNullable(active.get(pack))
        .map(found -> current(new Key(pack, found.version()), found));
  }

  @Override
  public Optional<Pack> version(String pack, String version) {
    Key key = new Key(pack, version);
    Pack known = compiled.get(key);
    return known != null
        ? Optional.of(current(key, known))
        : rows.files(pack, version)
            .map(files -> compiled.computeIfAbsent(key, absent -> compile(absent, files)))
            .map(made -> current(key, made));
  }

  @Override
  public Optional<PackFiles> files(String pack, String version) {
    return rows.files(pack, version);
  }

  /** The pack with all that was added to its calendars. */
  private Pack current(Key key, Pack pack) {
    CalendarData data = calendars.getOrDefault(key.pack(), CalendarData.NONE);
    Pack latest = compiled.getOrDefault(key, pack);
    if (latest.calendarData().last() == data.last()) {
      return latest;
    }
    Pack with = latest.with(data);
    compiled.put(key, with);
    return with;
  }

  /** The place of the last supplement of each pack that is active here; 0 if it has none. */
  Map<String, Long> calendars() {
    Map<String, Long> last = new HashMap<>();
    active
        .keySet()
        .forEach(pack -> last.put(pack, calendars.getOrDefault(pack, CalendarData.NONE).last()));
    return last;
  }

  /** Takes over what was added to calendars; another instance may have taken it. */
  synchronized void followCalendars() {
    supplements
        .last()
        .forEach(
            (pack, last) -> {
              if (calendars.getOrDefault(pack, CalendarData.NONE).last() != last) {
                calendars.put(pack, supplements.data(pack));
              }
            });
  }

  @Override
  public List<String> versions(String pack) {
    return rows.versions(pack).stream().map(PackVersion::version).toList();
  }

  /** Keeps what was just compiled, so that {@link #follow} need not compile it again. */
  void keep(Pack pack) {
    compiled.putIfAbsent(new Key(pack.id(), pack.version()), pack);
  }

  /** Makes active what the database says is newest; another instance may have taken it. */
  synchronized void follow() {
    followCalendars();
    for (PackVersion newest : rows.newest()) {
      Pack now = active.get(newest.pack());
      boolean old = now == null || !now.version().equals(newest.version());
      if (old && !newest.version().equals(broken.get(newest.pack()))) {
        activate(newest);
      }
    }
  }

  private void activate(PackVersion newest) {
    try {
      version(newest.pack(), newest.version()).ifPresent(pack -> active.put(newest.pack(), pack));
      broken.remove(newest.pack());
      LOG.info("Pack {} is active in version {}", newest.pack(), newest.version());
    } catch (Uncompilable e) {
      broken.put(newest.pack(), newest.version());
      LOG.error("{} It doesn't become active here", e.getMessage());
    }
  }

  private Pack compile(Key key, PackFiles files) {
    Compilation compilation;
    try {
      compilation = compiler.recompile(files);
    } catch (RuntimeException e) {
      throw new Uncompilable(key, e.toString());
    }
    return switch (compilation) {
      case Compilation.Compiled done -> done.pack();
      case Compilation.Rejected rejected ->
          throw new Uncompilable(key, rejected.faults().toString());
    };
  }

  /** A pack that this server once compiled and no longer does: its own code has changed. */
  private static final class Uncompilable extends IllegalStateException {
    Uncompilable(Key key, String reason) {
      super(
          "Expected the stored pack %s@%s to compile, but: %s."
              .formatted(key.pack(), key.version(), reason));
    }
  }
}
