package io.tierline.cases;

import io.tierline.cases.CaseFile.Case;
import io.tierline.cases.CaseFile.Expectation;
import io.tierline.cases.CaseFile.Step;
import io.tierline.policy.Admission.Cause;
import io.tierline.policy.Admission.Refused;
import io.tierline.policy.Judgement;
import io.tierline.stack.MovableClock;
import io.tierline.timeline.Kinds;
import io.tierline.timeline.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Plays a case against the real server: its clock moves from instant to instant, people record what
 * the case says, and what the server says is compared. Entries by the system are the server's own
 * to make.
 *
 * <p>A case's instants are exact, real requests are not: an entry is recorded some milliseconds
 * after its instant, and what follows from it comes as much later. So an expectation holds if it
 * holds at its instant or later by what one of the entries before it took, and instants and spans
 * may differ by less than {@link #LEEWAY}. Which millisecond a promise ends at is the pure level's
 * to prove.
 */
final class LiveRun {

  /** How late a recording may be. A case whose entries and waits are closer is too tight. */
  static final Duration LEEWAY = Duration.ofSeconds(5);

  private static final Map<Integer, Cause> CAUSES =
      Map.of(403, Cause.ROLE, 409, Cause.STATE, 422, Cause.INVALID);

  private record Moment(Instant at, Runnable play) {}

  private final People people;
  private final MovableClock clock;
  private final Duration shift;
  private final Surroundings surroundings;
  private final SortedSet<Duration> lags = new TreeSet<>(List.of(Duration.ZERO));
  private final List<String> failures = new ArrayList<>();
  private String number = "";
  private boolean lost;

  LiveRun(People people, MovableClock clock, Duration shift, Surroundings surroundings) {
    this.people = people;
    this.clock = clock;
    this.shift = shift;
    this.surroundings = surroundings;
  }

  /** What does not hold, a line each; empty if all does. */
  List<String> play(Case example) {
    List<Moment> moments = new ArrayList<>();
    example.timeline().stream()
        .filter(step -> step.actor().role() != Role.SYSTEM)
        .forEach(step -> moments.add(new Moment(step.now(), () -> record(step))));
    example
        .expectations()
        .forEach(one -> moments.add(new Moment(one.at().toInstant(), () -> expect(one))));
    moments.sort(Comparator.comparing(Moment::at));
    for (Moment moment : moments) {
      if (!lost) {
        moment.play().run();
      }
    }
    return failures;
  }

  /** Says why the rest of the case would mean nothing. */
  private void lose(String why) {
    failures.add(why);
    lost = true;
  }

  private void goTo(Instant at) {
    Duration ahead = Duration.between(clock.instant(), at);
    clock.forward(ahead.isNegative() ? Duration.ZERO : ahead);
  }

  /** Looking may come late, for one can ask about an instant; recording may not. */
  private boolean inTime(Step step) {
    Instant at = step.now().plus(shift);
    goTo(at);
    Instant now = clock.instant();
    if (now.isAfter(at.plus(LEEWAY))) {
      lose(
          "Expected to record %s at %s, but the clock shows %s: the case is too tight"
              .formatted(step.kind(), at, now));
    }
    return !lost;
  }

  private void record(Step step) {
    if (!inTime(step)) {
      return;
    }
    Caller caller = people.caller(step.actor());
    boolean opening = step.kind().equals(Kinds.OPENED);
    Caller.Reply reply =
        opening
            ? caller.record("/api/v1/tickets", ticket(step))
            : caller.record("/api/v1/tickets/" + number + "/entries", entry(step));
    String where = step.at() + " " + step.kind() + ": ";
    if (step.refused() != null) {
      refused(where, step.refused(), reply);
    } else if (reply.status() != 201) {
      lose(where + reply.status() + " " + reply.body());
    } else {
      if (opening) {
        number = reply.body().path("number").asString();
      }
      learnLag(step, reply.body().path("seq").asLong());
    }
  }

  private Map<String, Object> ticket(Step step) {
    Map<String, Object> ticket = new LinkedHashMap<>(data(step));
    ticket.putIfAbsent("agreement", people.agreement());
    ticket.putIfAbsent("customer", people.customer());
    ticket.putIfAbsent("subject", "A case");
    if (step.recorded() != null) {
      ticket.put("at", step.at().toInstant().plus(shift).toString());
    }
    return ticket;
  }

  private Map<String, Object> entry(Step step) {
    Map<String, Object> entry =
        new LinkedHashMap<>(Map.of("kind", step.kind(), "data", data(step)));
    if (step.visibility() != null) {
      entry.put("visibility", step.visibility().code());
    }
    if (step.recorded() != null) {
      entry.put("at", step.at().toInstant().plus(shift).toString());
    }
    return entry;
  }

  private static Map<String, Object> data(Step step) {
    return step.data() == null ? Map.of() : step.data();
  }

  private void refused(String where, CaseFile.Refusal expected, Caller.Reply reply) {
    Cause cause = CAUSES.get(reply.status());
    if (cause == null) {
      failures.add(where + "expected a refusal, but found " + reply.status() + " " + reply.body());
      return;
    }
    Refused found =
        new Refused(
            cause,
            reply.body().path("rule").asString(),
            reply.body().path("clauses").valueStream().map(JsonNode::asString).toList(),
            reply.body().path("detail").asString());
    expected.differences(found).forEach(difference -> failures.add(where + difference));
  }

  private void learnLag(Step step, long seq) {
    JsonNode timeline = reader().get("/api/v1/tickets/" + number + "/timeline").body();
    timeline
        .path("entries")
        .valueStream()
        .filter(entry -> entry.path("seq").asLong() == seq)
        .map(entry -> Instant.parse(entry.path("at").asString()))
        .map(at -> Duration.between(step.at().toInstant().plus(shift), at))
        .forEach(lags::add);
  }

  private void expect(Expectation expected) {
    Instant at = expected.at().toInstant().plus(shift);
    goTo(at.plus(lags.last()));
    List<String> least = null;
    for (Duration lag : lags) {
      List<String> differences = Comparison.of(expected, judgement(at.plus(lag)), shift, LEEWAY);
      least = least == null || differences.size() <= least.size() ? differences : least;
    }
    String where = expected.at() + " ";
    least.forEach(difference -> failures.add(where + difference));
    surroundings.differences(number, expected).forEach(line -> failures.add(where + line));
  }

  private Judgement judgement(Instant at) {
    Caller.Reply reply = reader().get("/api/v1/tickets/" + number + "/judgement?at=" + at);
    return JsonMapper.shared().treeToValue(reply.body(), Judgement.class);
  }

  private Caller reader() {
    if (number.isEmpty()) {
      throw new AssertionError("Expected an opening before this, but there was none");
    }
    return people.reader();
  }
}
