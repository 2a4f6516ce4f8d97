package io.tierline.policy;

import io.tierline.policy.Declaration.Field;
import io.tierline.policy.Declaration.Kind;
import io.tierline.timeline.Role;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/** What an alert becomes must be something that the pack knows and can take. */
record AlertCheck(Declaration declaration) {

  /** The channel of an opening by an alert. */
  private static final String CHANNEL = "alert";

  /** The reasons by the path of what is wrong. */
  Map<String, String> faults() {
    Map<String, String> faults = new LinkedHashMap<>();
    AlertDeclaration alerts = declaration.alerts();
    if (alerts != null) {
      known("alerts.type", "type", alerts.type(), declaration.types().keySet(), faults);
      alerts.fields().keySet().forEach(name -> field(name, faults));
      kind("alerts.joined", alerts.joined(), faults);
      kind("alerts.cleared", alerts.cleared(), faults);
      Field channel = declaration.opening().get("channel");
      if (channel != null) {
        known("alerts", "channel", CHANNEL, channel.values().keySet(), faults);
      }
    }
    return faults;
  }

  private void field(String name, Map<String, String> faults) {
    String path = "alerts.fields." + name;
    known(path, "field", name, declaration.fields().keySet(), faults);
    Field field = declaration.fields().get(name);
    if (field != null && field.type() != FieldType.CODE && field.type() != FieldType.TEXT) {
      faults.put(path, "Expected a field of codes or a text, but it is another");
    }
    if (field != null && !field.by().isEmpty() && !field.by().contains(Role.MONITOR.code())) {
      faults.put(
          path, "Expected a field that a monitor may say, but only %s may".formatted(field.by()));
    }
  }

  /** What an alert says goes along as a text. */
  private void kind(String path, String name, Map<String, String> faults) {
    known(path, "kind", name, declaration.kinds().keySet(), faults);
    Kind kind = declaration.kinds().get(name);
    if (kind != null && !kind.text()) {
      faults.put(path, "Expected a kind with 'text: true', but '%s' has none".formatted(name));
    }
  }

  private static void known(
      String path, String sort, String code, Collection<String> codes, Map<String, String> faults) {
    if (!codes.contains(code)) {
      faults.put(
          path,
          "Expected a %s that the pack declares, but found %s".formatted(sort, Echo.of(code)));
    }
  }
}
