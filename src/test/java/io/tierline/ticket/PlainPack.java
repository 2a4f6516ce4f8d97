package io.tierline.ticket;

import io.tierline.policy.Admission;
import io.tierline.policy.AlertRule;
import io.tierline.policy.Answer;
import io.tierline.policy.BarePack;
import io.tierline.policy.Callout;
import io.tierline.policy.Clock;
import io.tierline.policy.ClockState;
import io.tierline.policy.Explained;
import io.tierline.policy.Explanation;
import io.tierline.policy.Faces;
import io.tierline.policy.Judgement;
import io.tierline.policy.Pack;
import io.tierline.policy.PackFiles;
import io.tierline.policy.Packs;
import io.tierline.policy.Proposal;
import io.tierline.policy.Question;
import io.tierline.policy.Vocabulary;
import io.tierline.policy.WhoseTime;
import io.tierline.policy.Why;
import io.tierline.timeline.Entry;
import io.tierline.timeline.Timeline;
import io.tierline.timeline.Visibility;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A policy of a few lines that no vendor has: an answer within the hours that the agreement's terms
 * give or four, then somebody is called. It shows what the door does of itself, whatever the pack.
 */
record PlainPack(String id, String version) implements BarePack {

  private static final Set<String> KINDS =
      Set.of("opened", "replied", "internal-note", "callout-answered", "closed", "reopened");
  private static final Why WHY = new Why("plain", 1, List.of("PL-001"), null);

  /** Both versions of one pack; the second is active. */
  static Packs packs(String id) {
    return new Packs() {
      @Override
      public Optional<Pack> active(String pack) {
        return version(pack, "2");
      }

      @Override
      public Optional<PackFiles> files(String pack, String version) {
        return Optional.empty();
      }

      @Override
      public List<String> versions(String pack) {
        return pack.equals(id) ? List.of("2", "1") : List.of();
      }

      @Override
      public Optional<Pack> version(String pack, String version) {
        return pack.equals(id) && Set.of("1", "2").contains(version)
            ? Optional.of(new PlainPack(id, version))
            : Optional.empty();
      }
    };
  }

  @Override
  public PackFiles files() {
    return PackFiles.of(Map.of());
  }

  @Override
  public Optional<Map<String, Object>> terms(String agreement) {
    return Optional.of(Map.of("hours", 4, "zone", Map.of("name", "UTC")));
  }

  @Override
  public Optional<AlertRule> alerts() {
    return Optional.empty();
  }

  @Override
  public Faces faces() {
    return Faces.BARE;
  }

  @Override
  public Vocabulary vocabulary() {
    return new Vocabulary("en", Map.of(), Map.of(), Map.of(), Map.of(), List.of(), Map.of());
  }

  @Override
  public Judgement judge(Timeline timeline, Instant now) {
    Timeline seen = timeline.asOf(now);
    Instant opened = last(seen, "opened");
    if (opened == null) {
      return judgement("new", List.of(), List.of(), null);
    }
    if (opened(seen, "poison") && now.isAfter(opened.plus(Duration.ofHours(4)).plusMillis(1))) {
      throw new IllegalStateException("this pack is meant to fail here");
    }
    Instant due = opened.plus(Duration.ofHours(hours(seen)));
    Instant replied = last(seen, "replied");
    boolean breached = (replied == null ? now : replied).isAfter(due);
    Instant closed = last(seen, "closed");
    String status = closed != null && !after(last(seen, "reopened"), closed) ? "closed" : "open";
    Clock clock = clock(opened, due, replied, breached);
    List<Callout> callouts =
        breached && replied == null
            ? List.of(
                new Callout(
                    "response-overdue",
                    "incident-manager",
                    "plain-managers",
                    due.plusMillis(1),
                    last(seen, "callout-answered") != null,
                    WHY,
                    "response",
                    1))
            : List.of();
    return judgement(status, List.of(clock), callouts, next(seen, due, replied, now));
  }

  /** The breach to come; a restless ticket also announces a change an hour later, and has none. */
  private static @Nullable Instant next(
      Timeline seen, Instant due, @Nullable Instant replied, Instant now) {
    Instant breach = due.plusMillis(1);
    Instant nothing = breach.plus(Duration.ofHours(1));
    if (replied != null) {
      return null;
    }
    if (now.isBefore(breach)) {
      return breach;
    }
    return opened(seen, "restless") && now.isBefore(nothing) ? nothing : null;
  }

  private static Clock clock(
      Instant opened, Instant due, @Nullable Instant replied, boolean breached) {
    ClockState state =
        breached ? ClockState.BREACHED : replied == null ? ClockState.RUNNING : ClockState.MET;
    return new Clock(
        "response",
        1,
        state,
        breached,
        "vendor",
        4L,
        "hours",
        opened,
        due,
        replied,
        null,
        List.of(),
        "p@2",
        WHY);
  }

  private Judgement judgement(
      String status, List<Clock> clocks, List<Callout> callouts, @Nullable Instant next) {
    return new Judgement(
        status,
        "bug",
        new Answer("HIGH", WHY),
        "L3",
        "plain-l3",
        "vendor",
        "vendor",
        List.of(),
        Map.of(),
        new Answer("L3", WHY),
        Map.of(),
        clocks,
        Map.of("agent/L3", List.of("replied")),
        List.of(),
        callouts,
        next,
        new Judgement.JudgedBy(id, version, "1", "1"));
  }

  /** It explains nothing but where the clock stands. */
  @Override
  public Explained explain(Timeline timeline, Question question, Instant now) {
    return judge(timeline, now)
        .clock(question.clock())
        .<Explained>map(
            clock ->
                new Explained.Told(
                    new Explanation(
                        now,
                        clock,
                        null,
                        List.of(),
                        List.of(),
                        null,
                        null,
                        null,
                        null,
                        null,
                        List.of(),
                        null,
                        List.of(),
                        new Explanation.Closed(0, List.of()),
                        null,
                        Map.of(),
                        List.of(),
                        List.of(),
                        null,
                        Map.of())))
        .orElseGet(() -> new Explained.NoSuchClock("Expected a clock of [response]"));
  }

  @Override
  public WhoseTime whoseTime(Timeline timeline, Instant now) {
    return new WhoseTime(null, now, "PT0S", Map.of(), List.of());
  }

  @Override
  public Admission admit(Timeline timeline, Proposal proposal, Instant now) {
    if (!KINDS.contains(proposal.kind())) {
      return refused(
          Admission.Cause.INVALID,
          "Expected a kind of " + KINDS + ", but found " + proposal.kind());
    }
    if (proposal.by().code().equals("customer") && proposal.kind().equals("opened")) {
      return refused(Admission.Cause.ROLE, "Expected a reseller, but found a customer");
    }
    if (judge(timeline, now).status().equals("closed") && !proposal.kind().equals("reopened")) {
      return refused(Admission.Cause.STATE, "Expected an open ticket, but it is closed");
    }
    Instant at = proposal.at() == null ? now : proposal.at();
    if (at.isAfter(now)) {
      return refused(Admission.Cause.INVALID, "Expected an instant that has come, but found " + at);
    }
    Map<String, Object> facts = new HashMap<>(proposal.data());
    Map<String, String> texts = new HashMap<>();
    for (String path : List.of("subject", "description", "text")) {
      if (facts.get(path) instanceof String text) {
        texts.put(path, text);
        facts.put(path, true);
      }
    }
    if (facts.get("fields") instanceof Map<?, ?> fields
        && fields.get("steps") instanceof String s) {
      Map<String, Object> bare = new HashMap<>();
      fields.forEach((name, value) -> bare.put(name.toString(), value));
      bare.put("steps", true);
      facts.put("fields", bare);
      texts.put("fields.steps", s);
    }
    Visibility visibility =
        proposal.kind().equals("internal-note") ? Visibility.VENDOR : Visibility.ALL;
    return new Admission.Admitted(
        at, proposal.visibility() == null ? visibility : proposal.visibility(), facts, texts);
  }

  private static Admission refused(Admission.Cause cause, String reason) {
    return new Admission.Refused(cause, "plain#permission", List.of("PL-002"), reason);
  }

  private static boolean opened(Timeline timeline, String type) {
    return timeline.entries().stream().anyMatch(entry -> type.equals(entry.data().get("type")));
  }

  private static int hours(Timeline timeline) {
    return timeline.entries().stream()
        .filter(entry -> entry.data().get("terms") instanceof Map<?, ?>)
        .map(entry -> (Map<?, ?>) entry.data().get("terms"))
        .filter(terms -> terms.get("hours") instanceof Integer)
        .map(terms -> (Integer) terms.get("hours"))
        .findFirst()
        .orElse(4);
  }

  private static boolean after(@Nullable Instant one, Instant other) {
    return one != null && one.isAfter(other);
  }

  private static @Nullable Instant last(Timeline timeline, String kind) {
    return timeline.entries().stream()
        .filter(entry -> entry.kind().equals(kind))
        .map(Entry::at)
        .reduce((first, second) -> second)
        .orElse(null);
  }
}
