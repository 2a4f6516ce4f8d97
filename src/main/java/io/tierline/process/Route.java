package io.tierline.process;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What {@code judge} answers, and all that a model may route on: ids and codes, never free text or
 * personal data.
 *
 * @param ticket the ticket's number
 * @param generation counts from 1; a reopening makes the next
 * @param incident the incident's number; null unless it is one's process
 * @param callout the callout that the incident is about; null unless it is one's process
 * @param wake the one-time token that the next catch or boundary event correlates on
 * @param seenSeq the last entry that this answer knows
 * @param claimed whether this process instance is the one that runs the subject
 * @param status {@code open}, {@code solved} or {@code closed}; a generation that was reopened
 *     since is closed
 * @param model the model that carries the ticket; {@code none} unless it is open
 * @param severity the severity's code, or {@code none}
 * @param assessments what the pack's own decisions answer, by their names
 * @param tier the tier in charge, or {@code none}
 * @param side whose tier it is, or {@code none}
 * @param turn who has to act next
 * @param groups the people whose task comes next: the tier's, or those whom a callout calls
 * @param partner the groups of those people of the agreement's holder and of the customer who may
 *     record something now
 * @param leaders the groups of the vendor's incident managers, while they may record something
 * @param closers the groups of all who may close now; empty while no ground holds
 * @param may the kinds that the side in charge may record now
 * @param partnerMay the kinds that those people of the holder and the customer may record now
 * @param leaderMay the kinds that incident managers may record now
 * @param choices what a form offers to the tier in charge, or to whom a callout calls
 * @param partnerChoices what a form offers to the holder's and the customer's people
 * @param leaderChoices what a form offers to incident managers
 * @param grounds the grounds for closing that hold
 * @param handover {@code failed}: the last one lacked something and was not sent back yet; {@code
 *     returned}: it came back; {@code none}
 * @param attempt the place of the entry that tried the last handover; 0 if none did
 * @param missing names of the fields that the next handover lacks
 * @param duty the code of the next open clock of the side in charge, or {@code none}
 * @param dueAt when it ends, ISO-8601 in UTC; null if it has no end now
 * @param called whether the callout that this process is about still waits for somebody
 * @param link the ticket's page
 */
record Route(
    String ticket,
    int generation,
    @Nullable String incident,
    @Nullable String callout,
    @Nullable String wake,
    long seenSeq,
    boolean claimed,
    String status,
    String model,
    String severity,
    Map<String, String> assessments,
    String tier,
    String side,
    String turn,
    List<String> groups,
    List<String> partner,
    List<String> leaders,
    List<String> closers,
    List<String> may,
    List<String> partnerMay,
    List<String> leaderMay,
    List<Choice> choices,
    List<Choice> partnerChoices,
    List<Choice> leaderChoices,
    List<Choice> grounds,
    String handover,
    long attempt,
    List<String> missing,
    String duty,
    @Nullable String dueAt,
    boolean called,
    String link) {

  private static final String NONE = "none";

  /** To an instance that somebody started by hand: it runs nothing, and every model ends it. */
  static Route nothing() {
    return new Route(
        "", 0, null, null, null, 0, false, "closed", NONE, NONE, Map.of(), NONE, NONE, NONE,
        List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(),
        List.of(), List.of(), List.of(), NONE, 0, List.of(), NONE, null, false, "");
  }

  /** This answer with a token. */
  Route waitingFor(String token) {
    return new Route(
        ticket,
        generation,
        incident,
        callout,
        token,
        seenSeq,
        claimed,
        status,
        model,
        severity,
        assessments,
        tier,
        side,
        turn,
        groups,
        partner,
        leaders,
        closers,
        may,
        partnerMay,
        leaderMay,
        choices,
        partnerChoices,
        leaderChoices,
        grounds,
        handover,
        attempt,
        missing,
        duty,
        dueAt,
        called,
        link);
  }
}
