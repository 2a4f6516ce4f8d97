package io.tierline.cases;

import io.tierline.cases.CaseFile.Case;
import io.tierline.cases.CaseFile.Expectation;
import io.tierline.cases.CaseFile.Refusal;
import io.tierline.cases.CaseFile.Step;
import io.tierline.policy.Admission;
import io.tierline.policy.Admission.Admitted;
import io.tierline.policy.Admission.Refused;
import io.tierline.policy.Judgement;
import io.tierline.policy.Pack;
import io.tierline.policy.Proposal;
import io.tierline.policy.Vocabulary;
import io.tierline.timeline.Actor;
import io.tierline.timeline.Entry;
import io.tierline.timeline.Kinds;
import io.tierline.timeline.Timeline;
import io.tierline.timeline.Visibility;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Runs a case through the pure functions of its pack: admission and judgement. */
final class PureRun {

  private final Pack pack;
  private final Case example;
  private final String agreement;
  private final List<String> failures = new ArrayList<>();
  private Timeline timeline = Timeline.of();

  private PureRun(Pack pack, Case example, String agreement) {
    this.pack = pack;
    this.example = example;
    this.agreement = agreement;
  }

  /** What does not hold, a line each; empty if all does. */
  static List<String> run(Pack pack, Case example, String agreement) {
    PureRun run = new PureRun(pack, example, agreement);
    example.timeline().forEach(run::record);
    example.expectations().forEach(run::expect);
    return run.failures;
  }

  /**
   * Whether what the case says holds. Unlike {@link #run} it doesn't ask whether {@code
   * nextChangeAt} is right, which is the judge's matter and no pack's.
   */
  static boolean holds(Pack pack, Case example, String agreement) {
    PureRun run = new PureRun(pack, example, agreement);
    example.timeline().forEach(run::record);
    return run.failures.isEmpty()
        && example.expectations().stream()
            .allMatch(expected -> run.differences(expected).isEmpty());
  }

  private void record(Step step) {
    boolean opening = step.kind().equals(Kinds.OPENED);
    Map<String, Object> data = new LinkedHashMap<>(step.data() == null ? Map.of() : step.data());
    if (opening) {
      data.putIfAbsent("agreement", agreement);
    }
    long seq = timeline.lastSeq() + 1;
    Entry terms = terms(seq + 1, step);
    Timeline before = opening ? timeline.plus(terms) : timeline;
    Proposal proposal =
        new Proposal(step.actor(), step.kind(), step.at().toInstant(), step.visibility(), data);
    Admission admission = pack.admit(before, proposal, step.now());
    switch (admission) {
      case Refused refused -> refused(step, refused);
      case Admitted admitted -> {
        if (step.refused() != null) {
          fail(step.at() + " " + step.kind() + ": expected a refusal, but it was admitted");
        }
        if (step.seen() != null && step.seen() != admitted.visibility()) {
          fail(
              "%s %s: expected it to be seen by '%s', but found '%s'"
                  .formatted(
                      step.at(), step.kind(), step.seen().code(), admitted.visibility().code()));
        }
        told(step);
        timeline = before.plus(entry(seq, step, admitted));
      }
    }
  }

  private void told(Step step) {
    if (step.notices() != null) {
      List<Vocabulary.Notice> found =
          pack.vocabulary().notices().stream()
              .filter(notice -> notice.on().equals(step.kind()))
              .toList();
      Told.differences(step.notices(), found)
          .forEach(difference -> fail(step.at() + " " + step.kind() + " " + difference));
    }
  }

  /** Contract terms enter with the opening, as the door lets them in. */
  private Entry terms(long seq, Step step) {
    Map<String, Object> terms = pack.terms(agreement).orElse(Map.of());
    Instant at = step.at().toInstant();
    return new Entry(
        seq,
        at,
        step.now(),
        Actor.system(),
        Kinds.OBSERVED,
        Visibility.VENDOR,
        Map.of("terms", terms, "source", "agreement"));
  }

  private static Entry entry(long seq, Step step, Admitted admitted) {
    return new Entry(
        seq,
        admitted.at(),
        step.now(),
        step.actor(),
        step.kind(),
        admitted.visibility(),
        admitted.facts());
  }

  private void refused(Step step, Refused refused) {
    Refusal expected = step.refused();
    String where = step.at() + " " + step.kind() + ": ";
    if (expected == null) {
      fail(where + "refused by " + refused.rule() + ": " + refused.reason());
      return;
    }
    expected.differences(refused).forEach(difference -> fail(where + difference));
  }

  private void expect(Expectation expectation) {
    Instant at = expectation.at().toInstant();
    Judgement judgement = pack.judge(timeline.knownBy(at), at);
    change(timeline.knownBy(at), at, judgement);
    Comparison.of(expectation, judgement)
        .forEach(difference -> fail(expectation.at() + " " + difference));
    shares(expectation).forEach(difference -> fail(expectation.at() + " " + difference));
    outside(expectation, judgement)
        .forEach(difference -> fail(expectation.at() + " " + difference));
    queue(expectation, judgement).forEach(difference -> fail(expectation.at() + " " + difference));
  }

  private List<String> differences(Expectation expectation) {
    Instant at = expectation.at().toInstant();
    Judgement judgement = pack.judge(timeline.knownBy(at), at);
    List<String> differences = new ArrayList<>(Comparison.of(expectation, judgement));
    differences.addAll(shares(expectation));
    differences.addAll(outside(expectation, judgement));
    differences.addAll(queue(expectation, judgement));
    return differences;
  }

  private List<String> outside(Expectation expectation, Judgement judgement) {
    return expectation.outside() == null
        ? List.of()
        : Comparison.outside(expectation.outside(), pack.faces().judgement(judgement));
  }

  private List<String> queue(Expectation expectation, Judgement judgement) {
    return expectation.queue() == null
        ? List.of()
        : timeline.entries().stream()
            .filter(entry -> entry.kind().equals(Kinds.OPENED))
            .findFirst()
            .map(
                opened -> Comparison.queue(expectation.queue(), pack.place(judgement, opened.at())))
            .orElse(List.of("queue: expected a place, but nothing is opened"));
  }

  private List<String> shares(Expectation expectation) {
    Instant at = expectation.at().toInstant();
    Map<String, String> expected = expectation.shares();
    return expected == null
        ? List.of()
        : Comparison.shares(expected, pack.whoseTime(timeline.knownBy(at), at));
  }

  /** Nothing differs until {@code nextChangeAt}, and then something does. */
  private void change(Timeline known, Instant at, Judgement judgement) {
    Timeline so = known.asOf(at);
    Instant next = judgement.nextChangeAt();
    Instant quiet = next == null ? at.plus(Duration.ofDays(90)) : next.minusMillis(1);
    if (!same(pack.judge(so, quiet), judgement)) {
      fail(at + " next: expected no change until " + next + ", but there is one");
    }
    if (next != null && (!next.isAfter(at) || same(pack.judge(so, next), judgement))) {
      fail(at + " next: expected a change at " + next + ", but there is none");
    }
  }

  private static boolean same(Judgement one, Judgement other) {
    return one.still().equals(other.still());
  }

  private void fail(String what) {
    failures.add(example.name() + ": " + what);
  }
}
