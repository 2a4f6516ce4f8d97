package io.tierline.cases;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A numbered promise of a vendor.
 *
 * @param id such as {@code SA-073}
 * @param kinds codes of what it asks for, the main one first: TMR for a clock, CLS for closing, ...
 * @param grade A if a machine can decide it, P if it prompts a person, M if it only records
 * @param title what it says, in a few words
 */
record Clause(String id, List<String> kinds, String grade, String title) {

  private static final Path REGISTER = Path.of("src", "test", "resources", "clauses.csv");

  private static final Map<String, String> KINDS =
      Map.ofEntries(
          Map.entry("SEV", "severity"),
          Map.entry("TMR", "clock"),
          Map.entry("PAU", "pause"),
          Map.entry("CLS", "closing"),
          Map.entry("FLD", "field"),
          Map.entry("SCP", "scope"),
          Map.entry("ROL", "role and access"),
          Map.entry("NTF", "notice"),
          Map.entry("RPT", "report"),
          Map.entry("CRD", "credit"),
          Map.entry("BIL", "billing"),
          Map.entry("CAL", "calendar"),
          Map.entry("MNT", "maintenance"),
          Map.entry("RET", "retention"),
          Map.entry("AVL", "availability"),
          Map.entry("MON", "monitoring"),
          Map.entry("CHN", "channel"),
          Map.entry("PRC", "process"),
          Map.entry("OBL", "the other side's duty"),
          Map.entry("SEC", "secrets"),
          Map.entry("KB", "knowledge"),
          Map.entry("CSAT", "satisfaction"),
          Map.entry("VER", "version of the policy"),
          Map.entry("DEF", "definition"));

  /** All of them, in order. */
  static List<Clause> register() {
    try (Stream<String> lines = Files.lines(REGISTER)) {
      return lines
          .skip(1)
          .map(line -> line.split(",", 4))
          .map(cells -> new Clause(cells[0], List.of(cells[1].split(" ")), cells[2], cells[3]))
          .toList();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** The register's letters of the vendor. */
  String vendor() {
    return id.substring(0, 2);
  }

  /** The code of what it mainly asks for. */
  String kind() {
    return kinds.getFirst();
  }

  /** The main kind with its code, in words. */
  String kindInWords() {
    return kind() + ", " + KINDS.get(kind());
  }

  /** Why it is left for later, if it is. */
  Optional<String> later() {
    return Optional.ofNullable(
        switch (kind()) {
          case "AVL" -> "availability is measured later";
          case "CRD" -> "credits come with availability";
          case "MNT" -> "maintenance windows come later";
          case "RPT" -> "reports come later";
          case "RET" -> "retention comes later";
          default -> null;
        });
  }
}
