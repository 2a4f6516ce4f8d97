package io.tierline.policy;

import io.tierline.policy.Declaration.Field;
import io.tierline.policy.Declaration.ReminderRule;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Collects a declaration's codes and labels. */
final class Words {

  private final Map<String, Map<String, Map<String, String>>> codes = new LinkedHashMap<>();

  private Words() {}

  static Vocabulary of(Declaration declaration) {
    Words words = new Words();
    words.collect(declaration);
    return new Vocabulary(
        declaration.language(),
        models(declaration),
        Collections.unmodifiableMap(words.codes),
        choices(declaration),
        required(declaration),
        declaration.notices(),
        declaration.clauses());
  }

  private static Map<String, String> models(Declaration declaration) {
    Map<String, String> models = new LinkedHashMap<>();
    declaration
        .types()
        .forEach(
            (code, type) -> {
              if (type.model() != null) {
                models.put(code, type.model());
              }
            });
    return Collections.unmodifiableMap(models);
  }

  private static Map<String, Map<String, String>> choices(Declaration declaration) {
    Map<String, Map<String, String>> choices = new LinkedHashMap<>();
    declaration
        .kinds()
        .forEach(
            (kind, declared) -> {
              if (!declared.choice().isEmpty()) {
                choices.put(kind, declared.choice());
              }
            });
    return Collections.unmodifiableMap(choices);
  }

  private static Map<String, List<String>> required(Declaration declaration) {
    Map<String, List<String>> required = new LinkedHashMap<>();
    declaration
        .kinds()
        .forEach(
            (kind, declared) -> {
              List<String> names = new DataCheck(declaration, kind, declared).required();
              if (!names.isEmpty()) {
                required.put(kind, names);
              }
            });
    return Collections.unmodifiableMap(required);
  }

  private void collect(Declaration declaration) {
    sort("types", declaration.types(), type -> type.word().label());
    sort("assessments", declaration.assessments(), one -> one.word().label());
    declaration
        .assessments()
        .forEach((name, one) -> codes.put("assessments." + name, one.values()));
    declaration.opening().forEach((name, field) -> values("opening." + name, field));
    sort("fields", declaration.fields(), field -> field.word().label());
    declaration.fields().values().forEach(field -> values("fields." + field.name(), field));
    sort("severities", declaration.severities(), Declaration.Word::label);
    sort("tiers", declaration.tiers(), tier -> tier.word().label());
    sort("clocks", declaration.clocks(), clock -> clock.word().label());
    sort("reminders", reminders(declaration), reminder -> reminder.word().label());
    sort("kinds", declaration.kinds(), kind -> kind.word().label());
    declaration
        .kinds()
        .forEach(
            (kind, declared) ->
                declared
                    .data()
                    .values()
                    .forEach(field -> values("kinds." + kind + "." + field.name(), field)));
    sort("pauses", declaration.pauses(), pause -> pause.word().label());
    sort("grounds", declaration.grounds(), ground -> ground.word().label());
    sort("callouts", declaration.callouts(), callout -> callout.word().label());
  }

  private static Map<String, ReminderRule> reminders(Declaration declaration) {
    Map<String, ReminderRule> reminders = new LinkedHashMap<>();
    declaration
        .clocks()
        .values()
        .forEach(clock -> clock.reminders().forEach(one -> reminders.putIfAbsent(one.name(), one)));
    return reminders;
  }

  private void values(String sort, Field field) {
    if (!field.values().isEmpty()) {
      codes.put(sort, field.values());
    }
  }

  private <T> void sort(
      String sort, Map<String, T> declared, Function<T, Map<String, String>> label) {
    Map<String, Map<String, String>> labels = new LinkedHashMap<>();
    declared.forEach((code, value) -> labels.put(code, label.apply(value)));
    codes.put(sort, Collections.unmodifiableMap(labels));
  }
}
