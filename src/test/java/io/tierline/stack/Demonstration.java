package io.tierline.stack;

import io.tierline.account.Accounts;
import io.tierline.account.Person;
import io.tierline.ticket.Door;
import io.tierline.ticket.Opening;
import io.tierline.ticket.Outcome;
import io.tierline.ticket.Tickets;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The ticket that a newcomer watches: high, with the vendor, and silent so long that the answer is
 * overdue two minutes after the start. It goes through the door like any other.
 */
record Demonstration(Door door, Tickets tickets, Accounts accounts, MovableClock clock, Path file) {

  static final String KEY = "tl_demo_rosa";

  private static final Duration PROMISED = Duration.ofHours(4);
  private static final Duration UNTIL_BREACH = Duration.ofMinutes(2);

  /** Opens it unless an earlier one is still open; says what stands now. */
  String begin() {
    return running()
        .map(number -> "ticket " + number + " of an earlier run is still open")
        .orElseGet(this::open);
  }

  private String open() {
    Person rosa =
        accounts
            .byKey(KEY)
            .orElseThrow(() -> new StackFailure("Expected the key " + KEY + " to be known."));
    return switch (door.open(opening(), rosa, "demonstration-" + UUID.randomUUID())) {
      case Outcome.Recorded recorded -> {
        keep(recorded.number());
        yield "ticket %s runs; its answer is overdue in %d minutes"
            .formatted(recorded.number(), UNTIL_BREACH.toMinutes());
      }
      case Outcome.Refused refused -> "no ticket: " + refused.reason();
    };
  }

  private Opening opening() {
    Instant at = clock.instant().minus(PROMISED).plus(UNTIL_BREACH).truncatedTo(ChronoUnit.MILLIS);
    return new Opening(
        "demo",
        "bug",
        "safr-server",
        "mina-alta",
        "Recognition has stopped at the main gate",
        "Since this morning nobody is recognised; the gate is opened by hand.",
        "telephone",
        at,
        "Taken on the telephone, recorded now",
        Map.ofEntries(
            Map.entry("category", "software-defect"),
            Map.entry("impact", "service-down"),
            Map.entry("hosting", "on-site"),
            Map.entry("cause", "product"),
            Map.entry("level1Checked", true),
            Map.entry("reproduced", true),
            Map.entry("explanation", "The recognition process ends right after its start."),
            Map.entry("businessImpact", "Four hundred people a shift pass by hand."),
            Map.entry("steps", "Start the server, walk past the camera."),
            Map.entry("screenshots", List.of("gate.png")),
            Map.entry("logs", List.of("server.log")),
            Map.entry("configurations", List.of("server.conf")),
            Map.entry("contact", "Rosa, shift telephone")));
  }

  private Optional<String> running() {
    try {
      return Files.exists(file)
          ? Optional.of(Files.readString(file).strip()).filter(this::isOpen)
          : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private boolean isOpen(String number) {
    return tickets
        .standing(number)
        .filter(standing -> !"closed".equals(standing.judgement().status()))
        .isPresent();
  }

  private void keep(String number) {
    try {
      Files.writeString(file, number);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
