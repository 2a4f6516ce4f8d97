package io.tierline.ticket;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tierline.account.Person;
import io.tierline.policy.Answer;
import io.tierline.policy.Clock;
import io.tierline.ticket.TicketViews.TicketView;
import io.tierline.timeline.Actor;
import io.tierline.web.Caller;
import io.tierline.web.Problem;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What waits for somebody, in the order that the policies say. */
@Tag(name = "Tickets")
@RestController
class QueueController {

  private static final Logger LOG = LoggerFactory.getLogger(QueueController.class);
  private static final int LONGEST = 200;

  private final TicketRows rows;
  private final VisibleTickets visible;
  private final PinnedPacks packs;
  private final TicketReadings readings;
  private final TicketViews views;
  private final Discretion discretion;

  QueueController(
      TicketRows rows,
      VisibleTickets visible,
      PinnedPacks packs,
      TicketReadings readings,
      TicketViews views,
      Discretion discretion) {
    this.rows = rows;
    this.visible = visible;
    this.packs = packs;
    this.readings = readings;
    this.views = views;
    this.discretion = discretion;
  }

  /**
   * A ticket that waits.
   *
   * @param lane with the row and clauses that say so, for the vendor's people; absent if its policy
   *     orders nothing
   * @param dueAt when the caller's side has to act, UTC; absent if nothing is due
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Waiting(@Nullable Answer lane, @Nullable Instant dueAt, TicketView ticket) {}

  /** The first ones. */
  record QueueView(List<Waiting> waiting) {}

  @Operation(
      summary = "List what waits for your side, in the order in which it is worked on",
      description =
          "Tickets whose turn is yours, and those on which your side owes something that isn't"
              + " paused. What is due first comes first; for a vendor, a ticket's policy may put it"
              + " into a lane that goes before, or order the lane by arrival. As of each ticket's"
              + " last entry or alarm.")
  @ApiResponse(responseCode = "200", description = "The first tickets that wait")
  @ApiResponse(responseCode = "400", description = "No such limit, or you have no tier of your own")
  @ApiResponse(responseCode = "403", description = "Nothing waits for your role")
  @GetMapping("/api/v1/queue")
  QueueView queue(
      @Caller Person person,
      @Parameter(description = "Only what your own tier has in charge")
          @RequestParam(defaultValue = "false")
          boolean own,
      @Parameter(description = "How many, 1 to 200") @RequestParam(defaultValue = "50") int limit) {
    if (limit < 1 || limit > LONGEST) {
      throw Problem.of(
          HttpStatus.BAD_REQUEST,
          "Expected 'limit' from 1 to %d, but found %d".formatted(LONGEST, limit));
    }
    Actor actor = visible.actor(person);
    Side side =
        Side.of(actor.role())
            .orElseThrow(() -> VisibleTickets.problem(Refusals.nothingWaits(person)));
    if (own && actor.tier() == null) {
      throw Problem.of(
          HttpStatus.BAD_REQUEST,
          "Expected somebody with a tier of their own for 'own', but you have none");
    }
    return new QueueView(
        rows.waiting(side, person.org(), own ? actor.tier() : null, limit).stream()
            .map(ticket -> waiting(person, side, ticket))
            .toList());
  }

  private Waiting waiting(Person person, Side side, Ticket ticket) {
    return new Waiting(
        side == Side.VENDOR ? lane(ticket) : null,
        ticket.judgement().duty(side.code()).map(Clock::dueAt).orElse(null),
        views.ticket(
            discretion.ticket(person, ticket), readings.subject(person, ticket).orElse(null)));
  }

  /** One whose pack can't be compiled here any more doesn't keep the others from their reader. */
  private @Nullable Answer lane(Ticket ticket) {
    try {
      return packs.of(ticket).place(ticket.judgement(), ticket.openedAt()).lane();
    } catch (IllegalStateException unreadable) {
      LOG.error("{} waits without its lane: {}", ticket.number(), unreadable.getMessage());
      return null;
    }
  }
}
