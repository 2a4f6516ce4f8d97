package io.tierline.policy;

import io.tierline.policy.Declaration.Assessment;
import io.tierline.policy.Declaration.CalendarRule;
import io.tierline.policy.Declaration.CalloutRule;
import io.tierline.policy.Declaration.GroundRule;
import io.tierline.policy.Declaration.Kind;
import io.tierline.policy.Declaration.PauseRule;
import io.tierline.policy.Declaration.ReadingRule;
import io.tierline.policy.Declaration.State;
import io.tierline.policy.Declaration.TicketType;
import io.tierline.policy.Declaration.Tier;
import io.tierline.policy.Declaration.Word;
import io.tierline.policy.QueueRule.Lane;
import io.tierline.timeline.Role;
import io.tierline.timeline.Visibility;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Reads {@code policy.yaml}, one method for each section. */
final class DeclarationReader {

  private static final List<String> SIDES = List.of("reseller", "vendor");

  /** Whose turn it may be: a third party owes nothing here, but can be waited for. */
  private static final List<String> TURNS =
      List.of("vendor", "reseller", "customer", Inputs.THIRD_PARTY, PauseCourse.HOLDER);

  private final Map<String, List<String>> clauses = new TreeMap<>();
  private final FieldReader fields = new FieldReader(this::word);

  private DeclarationReader() {}

  static Declaration read(Section file) {
    return Section.read(file, new DeclarationReader()::declaration);
  }

  private Declaration declaration(Section file) {
    word(file);
    return new Declaration(
        file.text("pack"),
        version(file),
        file.text("language"),
        file.each("tiers", this::tier),
        file.each("severities", this::word),
        file.each("types", this::type),
        file.child("opening", fields::opening),
        file.each("fields", fields::ofTicket),
        new FactsReader(this::word, fields::code).read(file),
        file.each("kinds", this::kind),
        statuses(file),
        file.each("states", this::state),
        file.each("assessments", this::assessment),
        file.has("queue") ? file.child("queue", this::queue) : null,
        file.each("pauses", this::pause),
        file.each("clocks", new ClockRuleReader(this::word)::read),
        file.each("grounds", section -> new GroundRule(section.texts("by"), word(section))),
        file.each("callouts", this::callout),
        file.child("backdating", DeclarationReader::backdating),
        file.each("calendars", this::calendar),
        file.each("agreements", new AgreementReader(this::word)::read),
        file.each("readings", this::reading),
        file.items("notices", new NoticeReader(this::carries)::read),
        file.has("alerts") ? file.child("alerts", this::alerts) : null,
        clauses);
  }

  /** In quotes: YAML takes 1.10 for a number, and the number is 1.1. */
  private static String version(Section file) {
    if (file.raw("version") instanceof Number found) {
      file.fault("version", "Expected a text in quotes, but found the number " + found);
    }
    return file.text("version");
  }

  private Word word(Section section) {
    Word word = new Word(section.labels("label"), section.texts("clauses"));
    carries(section, word.clauses());
    return word;
  }

  private void carries(Section section, List<String> numbers) {
    if (!numbers.isEmpty()) {
      clauses.put(section.path().isEmpty() ? "pack" : section.path(), numbers);
    }
  }

  private Tier tier(Section section) {
    return new Tier(
        section.name(),
        section.oneOf("side", SIDES, null),
        section.text("group"),
        section.flag("hands-over-on-opening"),
        section.textOr("calendar", null),
        section.textOr("speaks-as", null),
        word(section));
  }

  static String constant(String code) {
    return code.toUpperCase(Locale.ROOT).replace('-', '_');
  }

  private TicketType type(Section section) {
    return new TicketType(section.textOr("model", null), word(section));
  }

  private Assessment assessment(Section section) {
    Map<String, Map<String, String>> values = section.each("values", Section::plain);
    if (values.isEmpty()) {
      section.fault("values", "Expected the codes that it may answer, but there are none");
    }
    return new Assessment(section.flag("last"), values, word(section));
  }

  private QueueRule queue(Section section) {
    return new QueueRule(section.text("by"), section.each("lanes", this::lane), word(section));
  }

  private Lane lane(Section section) {
    String order = section.oneOf("order", List.of("arrival", "deadline"), null);
    return new Lane(order.equals("arrival"), word(section));
  }

  private Kind kind(Section section) {
    return new Kind(
        section.flag("fields"),
        section.flag("text"),
        visibility(section),
        section.flag("may-be-hidden"),
        section.each("data", fields::ofData),
        section.labels("choice"),
        word(section));
  }

  static String code(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static Visibility visibility(Section section) {
    List<String> codes = Arrays.stream(Visibility.values()).map(Visibility::code).toList();
    String code = section.oneOf("visibility", codes, "all");
    return codes.contains(code) ? Visibility.of(code) : Visibility.ALL;
  }

  private Map<String, Set<String>> statuses(Section file) {
    Map<String, Set<String>> statuses =
        file.each("statuses", section -> Set.copyOf(section.texts("on")));
    for (String status : statuses.keySet()) {
      if (!Inputs.STATUSES.contains(status)) {
        file.fault("statuses/" + status, "Expected a status of %s".formatted(Inputs.STATUSES));
      }
    }
    return statuses;
  }

  private State state(Section section) {
    Map<String, Trigger> values = new LinkedHashMap<>();
    section.child(
        "values",
        codes -> {
          codes.keys().forEach(code -> values.put(code, TriggerReader.kindsOr(codes, code)));
          return values;
        });
    return new State(section.text("absent"), values, word(section));
  }

  private PauseRule pause(Section section) {
    return new PauseRule(
        TriggerReader.read(section, "from"),
        TriggerReader.read(section, "to"),
        section.has("turn") ? section.oneOf("turn", TURNS, null) : null,
        word(section));
  }

  private CalloutRule callout(Section section) {
    return new CalloutRule(
        section.oneOf("role", Arrays.stream(Role.values()).map(Role::code).toList(), null),
        section.text("group"),
        word(section));
  }

  private static Map<Role, Long> backdating(Section section) {
    Map<Role, Long> hours = new LinkedHashMap<>();
    for (String role : section.keys()) {
      Object most = section.raw(role);
      if (!(most instanceof Integer number) || number < 1) {
        section.fault(role, "Expected a number of hours from 1, but found " + Echo.of(most));
      } else if (Arrays.stream(Role.values()).noneMatch(known -> known.code().equals(role))) {
        section.fault(role, "Expected a role, but there is none of this code");
      } else {
        hours.put(Role.of(role), number.longValue());
      }
    }
    return hours;
  }

  private CalendarRule calendar(Section section) {
    Word word = word(section);
    if ("agreement".equals(section.raw("from")) && !section.has("zone")) {
      return new CalendarRule(null, word);
    }
    return new CalendarRule(CalendarReader.read(section), word);
  }

  private AlertDeclaration alerts(Section section) {
    word(section);
    return AlertDeclaration.read(section);
  }

  private ReadingRule reading(Section section) {
    word(section);
    return ReadingReader.read(section);
  }
}
