package io.tierline.ticket;

import io.tierline.policy.Judgement;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** JSON as PostgreSQL keeps it. */
@Component
class Jsonb {

  private static final TypeReference<Map<String, Object>> FACTS = new TypeReference<>() {};

  private final JsonMapper json;

  Jsonb(JsonMapper json) {
    this.json = json.rebuild().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).build();
  }

  /** The same text for the same content, whatever the order of keys. */
  String write(Object value) {
    return json.writeValueAsString(value);
  }

  Judgement judgement(String text) {
    return json.readValue(text, Judgement.class);
  }

  Map<String, Object> facts(String text) {
    return json.readValue(text, FACTS);
  }

  /** A record as the map that it would be in JSON. */
  Map<String, Object> map(Object record) {
    return json.convertValue(record, FACTS);
  }
}
