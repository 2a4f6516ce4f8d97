package io.tierline.policy;

import io.tierline.timeline.Actor;
import io.tierline.timeline.Entry;
import io.tierline.timeline.Timeline;
import io.tierline.timeline.Visibility;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A timeline that a test writes entry by entry. */
final class Story {

  static final Map<String, Object> HELD = Map.of("reason", "customer-failure", "evidence", true);

  private final List<Entry> entries = new ArrayList<>();

  Timeline timeline() {
    return new Timeline(entries);
  }

  /** A complete handover to the vendor, under the demonstration's contract: 9 to 17 o'clock. */
  void opened(String at, String impact) {
    opened(at, impact, Map.of("terms", TestPacks.SHIPPED.terms("demo").orElseThrow()));
  }

  /** The same with other observed facts. */
  void opened(String at, String impact, Map<String, Object> observed) {
    Map<String, Object> fields = new HashMap<>();
    fields.put("category", "software-defect");
    fields.put("impact", impact);
    fields.put("hosting", "on-site");
    fields.put("cause", "product");
    for (String flag : List.of("reproduced", "explanation", "businessImpact", "steps", "contact")) {
      fields.put(flag, true);
    }
    for (String list : List.of("screenshots", "logs", "configurations")) {
      fields.put(list, List.of("file"));
    }
    add(at, "reseller/L2", "opened", Map.of("type", "bug", "fields", fields));
    add(at, "system", "observed", observed);
  }

  void add(String at, String actor, String kind) {
    add(at, actor, kind, Map.of());
  }

  void add(String at, String actor, String kind, Map<String, Object> data) {
    entries.add(
        new Entry(entries.size() + 1, at(at), at(at), Actor.of(actor), kind, Visibility.ALL, data));
  }

  static Instant at(String text) {
    return OffsetDateTime.parse(text).toInstant();
  }
}
