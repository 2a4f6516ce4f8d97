package io.tierline.policy;

import io.tierline.policy.Explained.NoSuchClock;
import io.tierline.policy.Explained.Told;
import io.tierline.timeline.Timeline;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Says how clocks came to stand where they do, on demand: judging never waits for it. */
record Explanations(Declaration declaration, Judge judge, Vocabulary vocabulary, Faces faces) {

  Explained explain(Timeline timeline, Question question, Instant now) {
    Retold retold = judge.retell(timeline, now);
    Optional<ClockCourse> course =
        retold.chronicle().course.clocks.stream()
            .filter(clock -> clock.rule.name().equals(question.clock()))
            .findFirst();
    if (course.isEmpty()) {
      return new NoSuchClock(
          "Expected a clock of %s, but found %s"
              .formatted(List.copyOf(declaration.clocks().keySet()), Echo.of(question.clock())));
    }
    List<Clock> rounds = retold.reader().read(course.get()).stream().map(Reading::clock).toList();
    int round = question.round() == null ? rounds.getLast().round() : question.round();
    return rounds.stream()
        .filter(clock -> clock.round() == round)
        .findFirst()
        .<Explained>map(clock -> told(retold, course.get(), clock, question))
        .orElseGet(
            () ->
                new NoSuchClock(
                    "Expected a round of '%s' from %d to %d, but found %d"
                        .formatted(
                            question.clock(),
                            rounds.getFirst().round(),
                            rounds.getLast().round(),
                            round)));
  }

  private Told told(Retold retold, ClockCourse course, Clock clock, Question question) {
    ClockExplainer explainer =
        new ClockExplainer(
            declaration,
            retold.chronicle(),
            retold.reader(),
            retold.now(),
            question.readable(),
            question.outside() ? faces : Faces.BARE);
    Round round =
        course.rounds.stream().filter(one -> one.number == clock.round()).findFirst().orElse(null);
    return new Told(Narrator.tell(explainer.explain(course, round, clock), vocabulary));
  }
}
