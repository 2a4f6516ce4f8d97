package io.tierline.cases;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.tierline.policy.Admission.Refused;
import io.tierline.timeline.Actor;
import io.tierline.timeline.Role;
import io.tierline.timeline.Visibility;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A file of cases. An unknown key anywhere is an error that names it. */
public record CaseFile(Path path, List<Case> cases) {

  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  /**
   * An example that must hold.
   *
   * @param name what it shows, a sentence
   * @param clauses the clauses it proves
   * @param pack the pack's id
   * @param agreement the agreement; null for the pack's first
   * @param readings readings that differ from the pack's own, by name
   * @param language of the notices
   * @param live whether it is also played against the real server
   */
  public record Case(
      @JsonProperty("case") String name,
      List<String> clauses,
      String pack,
      @Nullable String agreement,
      @Nullable Map<String, String> readings,
      @Nullable String language,
      @Nullable Boolean live,
      List<Step> timeline,
      @Nullable List<Expectation> expect) {

    public Case {
      if (Boolean.TRUE.equals(live) && pure(timeline, expect)) {
        throw new IllegalArgumentException(
            "Expected none of `shares`, `outside`, `queue`, `seen` and steps' `notices` in the live case '%s', for they are the pure level's"
                .formatted(name));
      }
    }

    private static boolean pure(List<Step> timeline, @Nullable List<Expectation> expect) {
      return timeline.stream().anyMatch(step -> step.seen() != null || step.notices() != null)
          || expect != null
              && expect.stream()
                  .anyMatch(
                      one -> one.shares() != null || one.outside() != null || one.queue() != null);
    }

    /** Whether it is also played against the real server. */
    boolean isLive() {
      return Boolean.TRUE.equals(live);
    }

    /** The expectations, none if the case only shows what is refused. */
    public List<Expectation> expectations() {
      return expect == null ? List.of() : expect;
    }
  }

  /**
   * An entry that somebody records.
   *
   * @param at when it happens
   * @param recorded when it is recorded, if later
   * @param by such as {@code reseller/L2}, or the actor as an object; a list in a file stands for
   *     as many steps that are refused, and so does a list of kinds
   * @param visibility what its recorder asks for
   * @param seen who may see it, once it is recorded
   * @param notices exactly the mails that it causes; the pure level's alone
   * @param refused that the door must refuse it
   */
  public record Step(
      OffsetDateTime at,
      @Nullable OffsetDateTime recorded,
      Object by,
      String kind,
      @Nullable Visibility visibility,
      @Nullable Visibility seen,
      @Nullable Map<String, Object> data,
      @Nullable List<Told> notices,
      @Nullable Refusal refused) {

    /** Who records it. */
    public Actor actor() {
      return by instanceof Map<?, ?> map
          ? new Actor(
              Role.of(String.valueOf(map.get("role"))),
              text(map, "tier"),
              text(map, "org"),
              text(map, "id"),
              text(map, "name"))
          : Actor.of(by.toString());
    }

    /** When it is recorded. */
    public Instant now() {
      return (recorded == null ? at : recorded).toInstant();
    }

    private static @Nullable String text(Map<?, ?> map, String key) {
      return map.get(key) instanceof String text ? text : null;
    }
  }

  /**
   * What the refusal must name; what is null is not checked.
   *
   * @param rule with its row or without
   * @param cause {@code role}, {@code state} or {@code invalid}
   * @param says some words of the reason
   */
  public record Refusal(
      @Nullable String rule,
      @Nullable String clause,
      @Nullable String cause,
      @Nullable String says) {

    public Refusal {
      if (rule == null && clause == null && cause == null && says == null) {
        throw new IllegalArgumentException(
            "Expected a refusal to name a rule, a clause, a cause or what it says, but it names none");
      }
    }

    /** What differs, a line each. */
    List<String> differences(Refused found) {
      List<String> differences = new ArrayList<>();
      if (rule != null && !found.rule().equals(rule) && !found.rule().startsWith(rule + "#")) {
        differences.add("expected rule " + rule + ", but found " + found.rule());
      }
      if (clause != null && !found.clauses().contains(clause)) {
        differences.add("expected " + clause + ", but found " + found.clauses());
      }
      if (cause != null && !cause.equalsIgnoreCase(found.cause().name())) {
        differences.add("expected the cause " + cause + ", but found " + found.cause());
      }
      if (says != null && !found.reason().contains(says)) {
        differences.add("expected '%s', but it says '%s'".formatted(says, found.reason()));
      }
      return differences;
    }
  }

  /**
   * What must hold at an instant; what is null is not checked. {@code notices}, {@code tasks} and
   * {@code events} are for the live level: what arrives a little later still counts.
   *
   * @param missing exactly these fields, in any order
   * @param clocks by name; the keys are {@link Comparison#CLOCK_KEYS}
   * @param permits exactly these actors may record something, and exactly these kinds, in any order
   * @param allowed for each actor kinds that must be among the allowed ones; an empty list says
   *     none
   * @param closure by ground, whether it holds; or the list of exactly those that do
   * @param callouts exactly these are open; or by code {@code {answered, since, role, group}}
   * @param next the judgement's {@code nextChangeAt}; {@code never} for none
   * @param shares whose time it was since the opening, by party; the pure level's alone
   * @param outside the tier that those outside the vendor see; the pure level's alone
   * @param queue its place for the vendor, {@code {rank, at}}; the pure level's alone
   * @param notices words of the subjects of mails that went out by then
   * @param tasks the names of exactly the tasks that stand open in Tasklist
   * @param events kinds that were told to the world by then, in this order; others may stand
   *     between
   */
  public record Expectation(
      OffsetDateTime at,
      @Nullable String severity,
      @Nullable String tier,
      @Nullable String status,
      @Nullable String turn,
      @Nullable String type,
      @Nullable Map<String, String> assessments,
      @Nullable String scope,
      @Nullable List<String> missing,
      @Nullable Map<String, Object> clocks,
      @Nullable Map<String, List<String>> allowed,
      @Nullable Map<String, List<String>> permits,
      @Nullable Object closure,
      @Nullable Object callouts,
      @Nullable String next,
      @Nullable Map<String, String> shares,
      @Nullable String outside,
      @Nullable Map<String, Object> queue,
      @Nullable List<String> notices,
      @Nullable List<String> tasks,
      @Nullable List<String> events) {}

  /** Reads a file. YAML's anchors may be used for data that several cases share. */
  public static CaseFile read(Path path) {
    try {
      LoadSettings settings = LoadSettings.builder().setLabel(path.toString()).build();
      JsonNode yaml = MAPPER.valueToTree(new Load(settings).loadFromString(Files.readString(path)));
      return new CaseFile(
          path, MAPPER.convertValue(Unfolding.of(yaml), new TypeReference<List<Case>>() {}));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
