package io.tierline.ticket;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tierline.account.Person;
import io.tierline.policy.ClockState;
import io.tierline.policy.Ending;
import io.tierline.ticket.HorizonRows.Near;
import io.tierline.ticket.HorizonRows.Place;
import io.tierline.timeline.Role;
import io.tierline.timeline.Timeline;
import io.tierline.web.Caller;
import io.tierline.web.Problem;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Reports the open clocks that depend on years which nobody has told yet. */
@Tag(name = "Calendars")
@RestController
class HorizonController {

  private static final int LONGEST_PAGE = 200;
  private static final String PAST = "unknown";
  private static final Set<String> VENDORS_ROLES =
      Set.of(Role.AGENT.code(), Role.INCIDENT_MANAGER.code());

  private final HorizonRows rows;
  private final TicketRows tickets;
  private final Entries entries;
  private final PinnedPacks packs;
  private final Clock clock;

  HorizonController(
      HorizonRows rows, TicketRows tickets, Entries entries, PinnedPacks packs, Clock clock) {
    this.rows = rows;
    this.tickets = tickets;
    this.entries = entries;
    this.packs = packs;
    this.clock = clock;
  }

  /** An open clock and how far its calendar is known. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record NearClock(
      String number,
      String agreement,
      String pack,
      String version,
      String clock,
      int round,
      ClockState state,
      String calendar,
      @Nullable LocalDate knownTo,
      @Nullable String reason) {}

  /** A page of clocks; {@code next} is the {@code after} of the next page, null on the last. */
  record HorizonPage(LocalDate until, List<NearClock> clocks, @Nullable String next) {}

  @Operation(
      summary = "List the open clocks that depend on years not loaded",
      description =
          "For operators, and for a vendor's people about its tickets. First the tickets with"
              + " clocks that are `unknown`, for they would end past the last date for which their"
              + " calendar is known; then those with clocks whose calendars end within the span."
              + " A page may list fewer clocks than tickets were looked at.")
  @ApiResponse(responseCode = "200", description = "The clocks, by ticket")
  @ApiResponse(responseCode = "400", description = "No such span, page or limit")
  @ApiResponse(responseCode = "403", description = "Your key is no operator's and no vendor's")
  @GetMapping("/api/v1/calendars/horizon")
  HorizonPage horizon(
      @Caller Person person,
      @Parameter(description = "Calendars that end so soon, as ISO 8601 period", example = "P90D")
          @RequestParam(defaultValue = "P90D")
          String within,
      @Parameter(description = "The `next` of the page before") @RequestParam(required = false)
          @Nullable String after,
      @Parameter(description = "How many tickets, 1 to 200") @RequestParam(defaultValue = "50")
          int limit) {
    String vendor = vendor(person);
    if (limit < 1 || limit > LONGEST_PAGE) {
      throw bad("Expected 'limit' from 1 to %d, but found %d".formatted(LONGEST_PAGE, limit));
    }
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    LocalDate until = until(within, now);
    List<Near> page = rows.near(vendor, until, place(after), limit);
    return new HorizonPage(
        until,
        page.stream().flatMap(near -> clocks(near.number(), until, now)).toList(),
        page.size() < limit ? null : text(page.getLast().place()));
  }

  /** Whose tickets; null for all. */
  private static @Nullable String vendor(Person person) {
    if (person.operates() || VENDORS_ROLES.contains(person.role())) {
      return person.operates() ? null : person.org();
    }
    throw new Problem(
        403,
        "urn:tierline:refused:role",
        "Expected an operator's or a vendor's key, but your role is '%s'".formatted(person.role()),
        null,
        List.of());
  }

  private Stream<NearClock> clocks(String number, LocalDate until, Instant now) {
    Ticket ticket = tickets.find(number).orElseThrow();
    Timeline timeline = entries.timeline(number);
    return packs.of(ticket, timeline).endings(timeline, ticket.notBefore(now)).stream()
        .filter(one -> one.unknown() || (one.knownTo() != null && !one.knownTo().isAfter(until)))
        .map(one -> clock(ticket, one));
  }

  private static NearClock clock(Ticket ticket, Ending one) {
    return new NearClock(
        ticket.number(),
        ticket.agreement(),
        ticket.pack(),
        ticket.version(),
        one.clock(),
        one.round(),
        one.state(),
        one.calendar(),
        one.knownTo(),
        one.reason());
  }

  private static LocalDate until(String within, Instant now) {
    try {
      Period span = Period.parse(within);
      LocalDate until = now.atZone(ZoneOffset.UTC).toLocalDate().plus(span);
      if (!span.isNegative() && until.getYear() <= 2200) {
        return until;
      }
    } catch (DateTimeException | ArithmeticException e) {
      // said below
    }
    throw bad("Expected 'within' to be a period such as P90D, but found '%s'".formatted(within));
  }

  private static String text(Place place) {
    String horizon = place.horizon().equals(LocalDate.MIN) ? PAST : place.horizon().toString();
    return horizon + "," + place.id();
  }

  private static Place place(@Nullable String after) {
    if (after == null) {
      return Place.FIRST;
    }
    String[] parts = after.split(",", -1);
    try {
      if (parts.length == 2) {
        return new Place(
            parts[0].equals(PAST) ? LocalDate.MIN : LocalDate.parse(parts[0]),
            Long.parseLong(parts[1]));
      }
    } catch (DateTimeException | NumberFormatException e) {
      // said below
    }
    throw bad("Expected 'after' to be the 'next' of another page, but found another text");
  }

  private static Problem bad(String reason) {
    return Problem.of(HttpStatus.BAD_REQUEST, reason);
  }
}
