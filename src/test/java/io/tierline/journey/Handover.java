package io.tierline.journey;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Handover packages that Level 2 sends to the vendor. */
public final class Handover {

  private Handover() {}

  /** A bug that stops the service, with everything that the vendor asks for. */
  public static Map<String, Object> complete() {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("category", "software-defect");
    fields.put("impact", "service-down");
    fields.put("hosting", "on-site");
    fields.put("cause", "product");
    fields.put("reproduced", true);
    fields.put("explanation", "The recognition server stops when the third camera joins.");
    fields.put("businessImpact", "Nobody can enter the building by face.");
    fields.put("steps", "Add three cameras, restart, wait a minute.");
    fields.put("screenshots", List.of("error.png"));
    fields.put("logs", List.of("safr.log"));
    fields.put("configurations", List.of("safr.conf"));
    fields.put("contact", "Rosa Huamán, rosa@andes.example");
    return fields;
  }

  /** The same without the named fields. */
  static Map<String, Object> without(String... names) {
    Map<String, Object> fields = complete();
    List.of(names).forEach(fields::remove);
    return fields;
  }

  /** A ticket under the demonstration agreement. */
  public static Map<String, Object> ticket(String customer, Map<String, Object> fields) {
    return Map.of(
        "agreement", "demo",
        "type", "bug",
        "product", "safr",
        "customer", customer,
        "subject", "The recognition server stops",
        "description", "It stops every morning. Проверка, 検査, ‏اختبار.",
        "fields", fields);
  }
}
