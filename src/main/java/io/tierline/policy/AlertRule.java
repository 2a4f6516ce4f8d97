package io.tierline.policy;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * What monitoring's alerts become: tickets of a type (HY-081, EF-029).
 *
 * @param type the type that an alert opens
 * @param service the label that names the customer: the service that is watched
 * @param fallback the customer of an alert that names none of the agreement's
 * @param labels by field: the alert's label that fills it
 * @param codes by field: the codes that it may take; none for a text
 * @param joined the kind that records a further alert on the ticket of an earlier one
 * @param cleared the kind that records that an alert has ended
 */
public record AlertRule(
    String type,
    String service,
    String fallback,
    Map<String, String> labels,
    Map<String, Set<String>> codes,
    String joined,
    String cleared) {

  private static final int LONGEST = 1_000;

  /** The fields that an alert's labels say; what no field can take says nothing. */
  public Map<String, Object> fields(Map<String, String> alert) {
    Map<String, Object> fields = new HashMap<>();
    labels.forEach(
        (field, label) -> {
          String value = alert.getOrDefault(label, "");
          Set<String> known = codes.getOrDefault(field, Set.of());
          if (known.isEmpty()
              ? !value.isBlank() && value.length() <= LONGEST
              : known.contains(value)) {
            fields.put(field, value);
          }
        });
    return fields;
  }
}
