package io.tierline.policy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The files of the SAFR pack as they stand in the repository, and what its tables are about. */
final class SafrFiles {

  private static final Domain FLAG = new Domain.Flag();
  private static final Domain STATUS = codes("new", "open", "solved", "closed");
  private static final Map<String, Domain> DOMAINS = new TreeMap<>();

  static {
    DOMAINS.put(
        "impact",
        codes(
            "unstated",
            "service-down",
            "severely-damaged",
            "unusable",
            "essential-unavailable",
            "essential-affected",
            "subordinate-affected"));
    DOMAINS.put(
        "category",
        codes(
            "unstated",
            "installation",
            "media-conversion",
            "account",
            "recognition",
            "notification",
            "watch-list",
            "camera-adding",
            "unsolved-by-level-1",
            "camera-connection",
            "integration",
            "server-capacity",
            "identity-synchronisation",
            "alerts",
            "server-cluster",
            "advanced-recognition",
            "external-connectivity",
            "alert-configuration",
            "server-hardware",
            "network",
            "software-defect",
            "data-corruption",
            "rollback",
            "cloud"));
    DOMAINS.put("requesterRole", codes("unstated", "operator", "administrator"));
    DOMAINS.put("channel", codes("unstated", "mail", "portal", "rest", "telephone"));
    DOMAINS.put("hosting", codes("unstated", "cloud", "on-site"));
    DOMAINS.put("cause", codes("unknown", "product", "configuration", "external-system"));
    DOMAINS.put("workaround", codes("none", "provided", "accepted"));
    DOMAINS.put("fix", codes("none", "delivered", "accepted", "rejected"));
    DOMAINS.put("answer", codes("none", "given"));
    DOMAINS.put("defect", codes("none", "confirmed", "registered"));
    DOMAINS.put("correction", codes("none", "build", "workaround", "released"));
    DOMAINS.put("hold", codes("none", "held"));
    DOMAINS.put("effort", codes("full", "best"));
    DOMAINS.put("service", codes("none", "requested", "offered", "agreed", "declined"));
    DOMAINS.put("responseTime", codes("high-around-the-clock", "all-in-office-hours"));
    DOMAINS.put("problemChannels", codes("all-equal", "e-mail-only"));
    DOMAINS.put("notificationTier", codes("level-1-first", "level-2-if-product"));
    DOMAINS.put("severity", codes("HIGH", "MEDIUM", "LOW"));
    DOMAINS.put("target", codes("L1", "L2", "L3"));
    DOMAINS.put("tier", codes("none", "L1", "L2", "L3"));
    DOMAINS.put("status", STATUS);
    DOMAINS.put("scope", codes("none", "L1", "L2", "L3"));
    DOMAINS.put(
        "clock",
        codes("response", "update", "fix-notice", "defect-registration", "monthly-release"));
    DOMAINS.put(
        "ground",
        codes(
            "resolved",
            "workaround-suffices",
            "answered",
            "best-effort",
            "terms-declined",
            "withdrawn"));
    DOMAINS.put(
        "actor",
        codes(
            "customer",
            "reseller/L1",
            "reseller/L2",
            "agent/L3",
            "incident-manager",
            "monitor",
            "system"));
    DOMAINS.put(
        "kind",
        codes(
            "opened",
            "escalated",
            "returned",
            "acknowledged",
            "replied",
            "information-requested",
            "information-provided",
            "held",
            "resumed",
            "workaround-provided",
            "workaround-accepted",
            "workaround-rejected",
            "fix-delivered",
            "fix-accepted",
            "fix-rejected",
            "answered",
            "notice-given",
            "notice-requested",
            "defect-confirmed",
            "defect-registered",
            "correction-decided",
            "correction-released",
            "best-effort-declared",
            "service-requested",
            "terms-offered",
            "terms-agreed",
            "terms-declined",
            "service-provided",
            "callout-answered",
            "closed",
            "reopened",
            "observed",
            "deadline-reached",
            "incident-declared",
            "reminder-reached",
            "breach-withdrawn"));
    Stream.of(
            "level1Checked",
            "reproduced",
            "notReproducedBecause",
            "backupBeforeUpgrade",
            "explanation",
            "businessImpact",
            "steps",
            "screenshots",
            "noScreenshotsBecause",
            "logs",
            "configurations",
            "contact",
            "complete",
            "directApproval",
            "open",
            "breached")
        .forEach(name -> DOMAINS.put(name, FLAG));
  }

  private SafrFiles() {}

  /** The pack's files by their path in the repository. */
  static PackFiles read() {
    Map<String, String> files = new TreeMap<>();
    for (String folder : List.of("dmn/safr", "rules/safr")) {
      try (Stream<Path> paths = Files.list(Path.of(folder))) {
        paths
            .filter(Files::isRegularFile)
            .forEach(path -> files.put(folder + "/" + path.getFileName(), content(path)));
      } catch (IOException unreadable) {
        throw new UncheckedIOException(unreadable);
      }
    }
    return PackFiles.of(files);
  }

  /** The pack's files with one of them replaced. */
  static PackFiles with(String file, String content) {
    Map<String, String> files = new TreeMap<>(read().files());
    files.put(file, content);
    return PackFiles.of(files);
  }

  static Optional<Domain> domain(String name) {
    return Optional.ofNullable(DOMAINS.get(name));
  }

  static Domain codes(String... values) {
    return new Domain.Codes(List.of(values));
  }

  private static String content(Path path) {
    try {
      return Files.readString(path);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
