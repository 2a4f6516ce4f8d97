package io.tierline.ticket;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tierline.account.Agreement;
import io.tierline.account.Person;
import io.tierline.policy.Pack;
import io.tierline.policy.Question;
import io.tierline.timeline.Actor;
import io.tierline.timeline.Entry;
import io.tierline.timeline.Timeline;
import io.tierline.web.Caller;
import io.tierline.web.Problem;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The pure function itself, over HTTP. */
@Tag(name = "Judgements")
@RestController
class JudgementController {

  private final PinnedPacks packs;
  private final Contracts contracts;
  private final JsonMapper json;
  private final Clock clock;
  private final int longest;

  /**
   * @param longest how many entries a timeline may have: judging costs time and memory that the
   *     caller doesn't pay
   */
  JudgementController(
      PinnedPacks packs,
      Contracts contracts,
      JsonMapper json,
      Clock clock,
      @Value("${tierline.longest-judged-timeline:2000}") int longest) {
    this.longest = longest;
    this.packs = packs;
    this.contracts = contracts;
    this.json = json;
    this.clock = clock;
  }

  @Operation(
      summary = "Judge a timeline",
      description =
          "A pure function: the same timeline, pack and instant give the same judgement. Nothing"
              + " is stored. `explain` names a clock whose explanation is given too; `whoseTime`"
              + " asks whose time it was.")
  @PostMapping("/api/v1/judgements")
  JudgementAnswer judge(@Caller Person person, @RequestBody JudgementRequest request) {
    if (request.timeline() != null && request.timeline().size() > longest) {
      refuse(
          HttpStatus.UNPROCESSABLE_CONTENT,
          "Expected a timeline of at most %d entries, but found %d"
              .formatted(longest, request.timeline().size()));
    }
    Given.instant("at", request.at());
    Storable.fault("", json.convertValue(request, java.util.Map.class))
        .ifPresent(reason -> refuse(HttpStatus.UNPROCESSABLE_CONTENT, reason));
    Pack pack = pack(request);
    List<Entry> entries = entries(request);
    if (request.agreement() != null) {
      entries.add(observed(person, request.agreement(), pack, entries));
    }
    Instant at = request.at() == null ? clock.instant() : request.at();
    return answer(request, pack, new Timeline(entries), at.truncatedTo(ChronoUnit.MILLIS));
  }

  /** Whoever brings a timeline may read all of it. */
  private static JudgementAnswer answer(
      JudgementRequest request, Pack pack, Timeline timeline, Instant at) {
    return new JudgementAnswer(
        pack.judge(timeline, at),
        request.explain() == null
            ? null
            : TicketTimeController.told(
                pack.explain(
                    timeline, new Question(request.explain(), request.round(), entry -> true), at)),
        Boolean.TRUE.equals(request.whoseTime()) ? pack.whoseTime(timeline, at) : null);
  }

  private Pack pack(JudgementRequest request) {
    String id = Given.value("pack", request.pack());
    String version = request.version();
    return (version == null ? packs.active(id) : packs.find(id, version))
        .orElseThrow(
            () ->
                Problem.of(
                    HttpStatus.NOT_FOUND,
                    "Expected a pack that is known, but found '%s' in version '%s'"
                        .formatted(id, version == null ? "active" : version)));
  }

  private List<Entry> entries(JudgementRequest request) {
    List<Entry> entries = new ArrayList<>();
    for (JudgementRequest.Line line :
        request.timeline() == null ? List.<JudgementRequest.Line>of() : request.timeline()) {
      Given.value("at", line.at() == null ? null : line.at().toString());
      Given.instant("timeline.at", line.at());
      Given.instant("timeline.recordedAt", line.recordedAt());
      entries.add(line.entry(entries.size() + 1, actor(line.by())));
    }
    return entries;
  }

  private Actor actor(@Nullable JsonNode by) {
    try {
      if (by != null && !by.isNull()) {
        return by.isString() ? Actor.of(by.stringValue()) : json.treeToValue(by, Actor.class);
      }
    } catch (JacksonException | IllegalArgumentException e) {
      throw Problem.of(
          HttpStatus.UNPROCESSABLE_CONTENT,
          "Expected 'by' to name an actor such as 'reseller/L2', but found " + by);
    }
    throw Problem.of(
        HttpStatus.UNPROCESSABLE_CONTENT, "Expected 'by' to have a value, but it has none");
  }

  private Entry observed(Person person, String code, Pack pack, List<Entry> entries) {
    Agreement agreement =
        contracts
            .agreement(person, code)
            .orElseThrow(
                () ->
                    Problem.of(
                        HttpStatus.NOT_FOUND,
                        "Expected an agreement of yours, but found none of code '%s'"
                            .formatted(code)));
    Instant at = entries.stream().map(Entry::at).min(Instant::compareTo).orElse(clock.instant());
    long seq = new Timeline(entries).lastSeq() + 1;
    String customer = customer(entries);
    String known = contracts.covers(agreement, person, customer) ? customer : "";
    return Draft.observed(at, contracts.observed(pack, agreement, known)).entry(seq, at);
  }

  private static String customer(List<Entry> entries) {
    return entries.stream()
        .filter(entry -> entry.data().get("customer") instanceof String)
        .map(entry -> (String) entry.data().get("customer"))
        .findFirst()
        .orElse("");
  }

  private static void refuse(HttpStatus status, String reason) {
    throw Problem.of(status, reason);
  }
}
