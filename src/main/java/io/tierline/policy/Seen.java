package io.tierline.policy;

import io.tierline.policy.Declaration.Field;
import io.tierline.policy.Trigger.Happening;
import io.tierline.timeline.Entry;
import io.tierline.timeline.Kinds;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What tables see of a ticket's own fields and states.
 *
 * @param values takes it
 */
record Seen(Declaration declaration, Map<String, Object> values) {

  private static final Set<String> TYPING = Set.of(Kinds.OPENED, Kinds.RETYPED);

  void fields(String kind, Map<String, Object> data) {
    if (TYPING.contains(kind) && data.get("type") instanceof String type) {
      values.put("type", type);
    }
    if (kind.equals(Kinds.OPENED)) {
      declaration.opening().forEach((name, field) -> known(field, data.get(name)));
    }
    if (data.get("fields") instanceof Map<?, ?> given) {
      given.forEach((name, value) -> field(name.toString(), value));
    }
  }

  /** What an earlier policy took and this one has no code for says nothing here. */
  private void known(Field field, @Nullable Object value) {
    if (value != null && field.values().containsKey(value.toString())) {
      given(field.name(), value);
    }
  }

  private void given(String name, @Nullable Object value) {
    if (value != null) {
      values.put(name, value.toString());
    }
  }

  /** What a register or a meter outside said last. */
  void observed(Entry entry) {
    if (!entry.kind().equals(Kinds.OBSERVED)) {
      return;
    }
    facts(entry.data().get("facts"));
    if (entry.data().get("terms") instanceof Map<?, ?> terms) {
      facts(terms.get("facts"));
    }
  }

  private void facts(@Nullable Object observed) {
    if (observed instanceof Map<?, ?> facts) {
      declaration.facts().registers().keySet().forEach(name -> given(name, facts.get(name)));
      declaration
          .facts()
          .measures()
          .forEach(
              (name, measure) -> {
                if (facts.get(name) instanceof Number number) {
                  BigDecimal measured = new BigDecimal(number.toString());
                  values.put(measure.flag(), measured.compareTo(measure.above()) > 0);
                }
              });
    }
  }

  private void field(String name, Object value) {
    Field field = declaration.fields().get(name);
    if (field != null) {
      values.put(
          name,
          switch (field.type()) {
            case CODE -> value.toString();
            case LIST -> value instanceof Collection<?> list && !list.isEmpty();
            case TEXT -> !Boolean.FALSE.equals(value);
            default -> Boolean.TRUE.equals(value);
          });
    }
  }

  /** The value of the latest entry that sets one. */
  void states(Entry entry) {
    declaration
        .statuses()
        .forEach((status, kinds) -> putIf(kinds.contains(entry.kind()), "status", status));
    Happening happening = new Happening(entry, List.of(), values);
    declaration
        .states()
        .forEach(
            (name, state) ->
                state
                    .values()
                    .forEach((value, trigger) -> putIf(trigger.pulls(happening), name, value)));
  }

  private void putIf(boolean holds, String name, String value) {
    if (holds) {
      values.put(name, value);
    }
  }
}
