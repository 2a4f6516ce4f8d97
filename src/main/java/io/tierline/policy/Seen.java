package io.tierline.policy;

import io.tierline.policy.Declaration.Field;
import io.tierline.timeline.Kinds;
import java.util.Collection;
import java.util.Map;

/**
 * What tables see of a ticket's own fields and states.
 *
 * @param values takes it
 */
record Seen(Declaration declaration, Map<String, Object> values) {

  void fields(String kind, Map<String, Object> data) {
    if (kind.equals(Kinds.OPENED) && data.get("type") instanceof String type) {
      values.put("type", type);
    }
    if (data.get("fields") instanceof Map<?, ?> given) {
      given.forEach((name, value) -> field(name.toString(), value));
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
  void states(String kind) {
    declaration
        .statuses()
        .forEach((status, kinds) -> putIf(kinds.contains(kind), "status", status));
    declaration
        .states()
        .forEach(
            (name, state) ->
                state.values().forEach((value, kinds) -> putIf(kinds.contains(kind), name, value)));
  }

  private void putIf(boolean holds, String name, String value) {
    if (holds) {
      values.put(name, value);
    }
  }
}
