package io.tierline.policy;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What alerts of a monitoring become.
 *
 * @param fields by field: the alert's label that fills it
 */
record AlertDeclaration(
    String type,
    String service,
    String fallback,
    Map<String, String> fields,
    String joined,
    String cleared) {

  static AlertDeclaration read(Section section) {
    return new AlertDeclaration(
        section.text("type"),
        section.text("service"),
        section.text("fallback"),
        section.labels("fields"),
        section.text("joined"),
        section.text("cleared"));
  }

  AlertRule over(Declaration declaration) {
    Map<String, Set<String>> codes = new HashMap<>();
    fields.keySet().forEach(name -> codes.put(name, codes(declaration.fields().get(name))));
    return new AlertRule(type, service, fallback, fields, codes, joined, cleared);
  }

  private static Set<String> codes(Declaration.@Nullable Field field) {
    return field == null ? Set.of() : field.values().keySet();
  }
}
