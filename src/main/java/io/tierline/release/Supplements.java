package io.tierline.release;

import io.tierline.account.Accounts;
import io.tierline.account.Agreement;
import io.tierline.policy.Fitting;
import io.tierline.policy.Pack;
import io.tierline.policy.Supplement;
import io.tierline.ticket.Horizons;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes supplements, each once, on top of those that were taken before. */
@Component
class Supplements {
  private static final Logger LOG = LoggerFactory.getLogger(Supplements.class);

  private final SupplementRows rows;
  private final StoredPacks packs;
  private final Accounts accounts;
  private final Horizons horizons;
  private final TransactionTemplate transaction;
  private final Clock clock;

  Supplements(
      SupplementRows rows,
      StoredPacks packs,
      Accounts accounts,
      Horizons horizons,
      TransactionTemplate transaction,
      Clock clock) {
    this.rows = rows;
    this.packs = packs;
    this.accounts = accounts;
    this.horizons = horizons;
    this.transaction = transaction;
    this.clock = clock;
  }

  /** What is sent, and by whom. */
  private record Sent(Supplement supplement, String document, String by) {}

  Adding take(String document, String by) {
    return switch (Supplement.read(document)) {
      case Supplement.Draft.Faulty faulty -> new Adding.Refused(faulty.faults());
      case Supplement.Draft.Sound sound -> take(new Sent(sound.supplement(), document, by));
    };
  }

  private Adding take(Sent sent) {
    Supplement supplement = sent.supplement();
    Optional<Pack> pack = packs.active(supplement.pack());
    if (pack.isEmpty()) {
      return new Adding.Missing(
          Adding.fault(
              "pack",
              "Expected a pack that was taken, but there is no '%s'".formatted(supplement.pack())));
    }
    String code = supplement.agreement();
    Optional<Agreement> agreement = code == null ? Optional.empty() : accounts.agreement(code);
    if (code != null && agreement.filter(one -> one.pack().equals(supplement.pack())).isEmpty()) {
      return new Adding.Missing(
          Adding.fault(
              "agreement",
              "Expected an agreement on '%s', but there is no '%s'"
                  .formatted(supplement.pack(), code)));
    }
    Map<String, Object> terms =
        agreement
            .map(one -> one.over(pack.get().terms(one.code()).orElse(Map.of())))
            .orElse(Map.of());
    Adding adding =
        Objects.requireNonNull(transaction.execute(status -> add(sent, pack.get(), terms)));
    packs.followCalendars();
    return adding;
  }

  private Adding add(Sent sent, Pack pack, Map<String, Object> terms) {
    Supplement supplement = sent.supplement();
    rows.lock(supplement.pack());
    Optional<SupplementRows.Row> same = rows.find(supplement.pack(), supplement.version());
    if (same.isPresent()) {
      return SupplementRows.read(same.get().document()).equals(supplement)
          ? new Adding.Added(supplement, true)
          : new Adding.Conflicting(
              Adding.fault(
                  "version",
                  "Expected a new version, but '%s' was taken before with other content"
                      .formatted(supplement.version())));
    }
    Optional<Adding> taken = taken(supplement);
    return taken.isPresent() ? taken.get() : fitted(sent, pack, terms);
  }

  /** Dates that are known once don't change by being told again. */
  private Optional<Adding> taken(Supplement supplement) {
    return rows.of(supplement.pack()).stream()
        .filter(row -> Objects.equals(row.agreement(), supplement.agreement()))
        .filter(row -> row.calendar().equals(supplement.calendar()))
        .filter(row -> row.from().equals(supplement.from()))
        .findFirst()
        .map(
            row ->
                refused(
                    "Expected dates that nobody told yet, but '%s' told those from %s to %s; a known date is changed by POST /api/v1/calendars/changes"
                        .formatted(row.version(), row.from(), row.to())));
  }

  private Adding fitted(Sent sent, Pack pack, Map<String, Object> terms) {
    Supplement supplement = sent.supplement();
    Pack now = pack.with(rows.data(pack.id()));
    return switch (now.fit(supplement, terms)) {
      case Fitting.Unfit unfit -> new Adding.Refused(unfit.faults());
      case Fitting.Fits fits -> stored(sent);
      case Fitting.Overlaps overlaps ->
          horizons.ends(pack.id(), supplement.agreement(), supplement.from().minusDays(1))
              ? stored(sent)
              : new Adding.Refused(List.of(overlaps.fault()));
    };
  }

  private Adding stored(Sent sent) {
    Supplement supplement = sent.supplement();
    rows.add(
        supplement, sent.document(), sent.by(), clock.instant().truncatedTo(ChronoUnit.MILLIS));
    LOG.info(
        "Calendar '{}' of {} is known to {}, by supplement {} of {}",
        supplement.calendar(),
        supplement.pack(),
        supplement.to(),
        supplement.version(),
        sent.by());
    return new Adding.Added(supplement, false);
  }

  private static Adding refused(String reason) {
    return new Adding.Refused(List.of(Adding.fault("from", reason)));
  }
}
