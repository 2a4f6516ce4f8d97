package io.tierline.policy;

import io.tierline.policy.Admission.Cause;
import io.tierline.policy.Admission.Refused;
import io.tierline.policy.Declaration.Field;
import io.tierline.policy.Declaration.Kind;
import io.tierline.timeline.Kinds;
import io.tierline.timeline.Role;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Holds an entry's data against its kind, and parts the free texts from the facts. */
final class DataCheck {

  private static final Map<String, Boolean> OPENING =
      Map.of(
          "agreement",
          false,
          "product",
          false,
          "customer",
          false,
          "channel",
          false,
          "policy",
          false,
          "subject",
          true,
          "description",
          true);

  /** What Tierline records of itself holds facts and consequences that no pack declares. */
  private static final Set<String> RAW =
      Set.of(
          Kinds.OBSERVED,
          Kinds.DEADLINE_REACHED,
          Kinds.INCIDENT_DECLARED,
          Kinds.REMINDER_REACHED,
          Kinds.BREACH_WITHDRAWN,
          Kinds.POLICY_CHANGED,
          Kinds.CALENDAR_CHANGED);

  private static final String FIELDS = "fields";

  private final Declaration declaration;
  private final String kindCode;
  private final Kind kind;
  private final Map<String, Field> keys = new LinkedHashMap<>();
  private final Map<String, Object> facts = new LinkedHashMap<>();
  private final Map<String, String> texts = new LinkedHashMap<>();

  DataCheck(Declaration declaration, String kindCode, Kind kind) {
    this.declaration = declaration;
    this.kindCode = kindCode;
    this.kind = kind;
    keys.putAll(kind.data());
    if (kindCode.equals(Kinds.OPENED)) {
      OPENING.forEach((name, text) -> add(name, text ? FieldType.TEXT : FieldType.ANY_CODE, false));
      keys.putAll(declaration.opening());
    }
    if (kindCode.equals(Kinds.OPENED) || kindCode.equals(Kinds.RETYPED)) {
      Map<String, Map<String, String>> types = new LinkedHashMap<>();
      declaration.types().forEach((code, type) -> types.put(code, type.word().label()));
      keys.put("type", field("type", FieldType.CODE, true, types));
    }
    if (kindCode.equals(Kinds.POLICY_CHANGED)) {
      add("version", FieldType.ANY_CODE, true);
      add("pack", FieldType.ANY_CODE, false);
      add(When.REASON, FieldType.TEXT, true);
    }
    if (kind.text()) {
      add("text", FieldType.TEXT, false);
    }
    keys.putIfAbsent(When.REASON, field(When.REASON, FieldType.TEXT, false, Map.of()));
    add(When.BECAUSE, FieldType.TEXT, false);
  }

  private void add(String name, FieldType type, boolean required) {
    keys.put(name, field(name, type, required, Map.of()));
  }

  private static Field field(
      String name, FieldType type, boolean required, Map<String, Map<String, String>> values) {
    return new Field(
        name,
        type,
        required,
        null,
        values,
        List.of(),
        List.of(),
        new Declaration.Word(Map.of(), List.of()));
  }

  /** The names of the data without which it is refused. */
  List<String> required() {
    return keys.values().stream().filter(Field::required).map(Field::name).toList();
  }

  /** The data with every free text replaced by {@code true}. */
  Map<String, Object> facts() {
    return facts;
  }

  /** The free texts by path. */
  Map<String, String> texts() {
    return texts;
  }

  Optional<Refused> check(Proposal proposal) {
    Map<String, Object> data = proposal.data();
    if (RAW.contains(kindCode) && proposal.by().role() == Role.SYSTEM) {
      facts.putAll(data);
      return Optional.empty();
    }
    Set<String> expected = new TreeSet<>(keys.keySet());
    if (kind.fields()) {
      expected.add(FIELDS);
    }
    return unknown("data", data.keySet(), expected)
        .or(() -> missing(data))
        .or(() -> values("", data, keys, facts))
        .or(() -> fields(data.get(FIELDS)));
  }

  private Optional<Refused> missing(Map<String, Object> data) {
    return keys.values().stream()
        .filter(field -> field.required() && data.get(field.name()) == null)
        .findFirst()
        .map(field -> refused(field, "'%s', but there is none".formatted(field.name())));
  }

  private Optional<Refused> fields(@Nullable Object given) {
    if (given == null) {
      return Optional.empty();
    }
    if (!(given instanceof Map<?, ?> map)) {
      return Optional.of(
          invalid(
              FIELDS, List.of(), "Expected 'fields' to be an object, but found " + Echo.of(given)));
    }
    Map<String, Object> fields = new LinkedHashMap<>();
    map.forEach((name, value) -> fields.put(name.toString(), value));
    Map<String, Object> checked = new LinkedHashMap<>();
    facts.put(FIELDS, checked);
    return unknown(FIELDS, fields.keySet(), declaration.fields().keySet())
        .or(() -> values("fields.", fields, declaration.fields(), checked));
  }

  private Optional<Refused> unknown(String where, Set<String> found, Set<String> expected) {
    Set<String> further = new TreeSet<>(found);
    further.removeAll(expected);
    return further.isEmpty()
        ? Optional.empty()
        : Optional.of(
            invalid(
                where.equals(FIELDS) ? FIELDS : "kinds." + kindCode,
                List.of(),
                "Expected in '%s' of '%s' only %s, but found %s"
                    .formatted(
                        where,
                        kindCode,
                        expected,
                        further.stream().limit(5).map(Echo::of).toList())));
  }

  private Optional<Refused> values(
      String path, Map<String, Object> data, Map<String, Field> fields, Map<String, Object> facts) {
    for (Map.Entry<String, Object> item : data.entrySet()) {
      Field field = fields.get(item.getKey());
      if (field == null) {
        continue;
      }
      Object value = item.getValue();
      Optional<String> wrong = new ValueCheck(declaration).wrong(field, value);
      if (wrong.isPresent()) {
        return Optional.of(
            refused(field, "'%s%s' to be %s".formatted(path, field.name(), wrong.get())));
      }
      boolean text = field.type() == FieldType.TEXT;
      facts.put(field.name(), text ? Boolean.TRUE : value);
      if (text) {
        texts.put(path + field.name(), value.toString());
      }
    }
    return Optional.empty();
  }

  private Refused refused(Field field, String rest) {
    String section =
        kind.data().containsKey(field.name())
            ? "kinds." + kindCode + ".data." + field.name()
            : declaration.fields().containsValue(field)
                ? "fields." + field.name()
                : "kinds." + kindCode;
    return invalid(section, field.word().clauses(), "Expected " + rest);
  }

  private static Refused invalid(String section, List<String> clauses, String reason) {
    return new Refused(Cause.INVALID, "policy.yaml#" + section, clauses, reason);
  }
}
