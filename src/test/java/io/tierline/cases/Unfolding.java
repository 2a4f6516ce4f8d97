package io.tierline.cases;

import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a file of cases may say shorter. {@code by} and {@code kind} of a step that is refused may
 * be lists, and each with each is a step of its own. {@code either} lists how a case may go on,
 * each {@code {then, timeline, expect}}, and each way is a case of its own: "its name, then".
 */
final class Unfolding {

  private Unfolding() {}

  /** The cases of a file, each said whole. */
  static ArrayNode of(JsonNode file) {
    ArrayNode cases = ((ArrayNode) file).arrayNode();
    for (JsonNode one : file) {
      ObjectNode example = (ObjectNode) one;
      if (!example.has("either")) {
        cases.add(steps(example));
      } else {
        JsonNode ways = filled("either", example.remove("either"));
        ways.forEach(way -> cases.add(steps(going(example, (ObjectNode) way.deepCopy()))));
      }
    }
    return cases;
  }

  private static ObjectNode going(ObjectNode example, ObjectNode way) {
    ObjectNode whole = example.deepCopy();
    String then = way.required("then").asString();
    whole.put("case", example.required("case").asString() + ", " + then);
    for (String part : List.of("timeline", "expect")) {
      if (way.has(part)) {
        whole.withArray(part).addAll((ArrayNode) way.get(part));
      }
    }
    way.remove(List.of("then", "timeline", "expect"));
    if (!way.isEmpty()) {
      throw new IllegalArgumentException(
          "Expected `then`, `timeline` and `expect` in `either`, but found " + way);
    }
    return whole;
  }

  private static ObjectNode steps(ObjectNode example) {
    ArrayNode unfolded = example.arrayNode();
    for (JsonNode step : filled("timeline", example.path("timeline"))) {
      if (!step.path("by").isArray() && !step.path("kind").isArray()) {
        unfolded.add(step);
      } else if (!step.has("refused")) {
        throw new IllegalArgumentException(
            "Expected one `by` and one `kind` of a step that is not refused, but found " + step);
      } else {
        each((ObjectNode) step, unfolded);
      }
    }
    return example.set("timeline", unfolded);
  }

  private static void each(ObjectNode step, ArrayNode unfolded) {
    for (JsonNode by : listed(step.path("by"))) {
      for (JsonNode kind : listed(step.path("kind"))) {
        unfolded.add(step.deepCopy().set("by", by).set("kind", kind));
      }
    }
  }

  private static Iterable<JsonNode> listed(JsonNode node) {
    return node.isArray() ? filled("by or kind", node) : List.of(node);
  }

  /** What is empty would say nothing, and hold. */
  private static JsonNode filled(String name, JsonNode list) {
    if (!list.isArray() || list.isEmpty()) {
      throw new IllegalArgumentException(
          "Expected %s to list something, but found %s".formatted(name, list));
    }
    return list;
  }
}
