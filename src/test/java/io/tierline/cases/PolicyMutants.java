package io.tierline.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * The mutants of a {@code policy.yaml}: each number either way, each flag, each item of a list and
 * each field, kind, clock, notice and the like left out, each code exchanged or left out. Labels,
 * clauses and texts stay.
 */
final class PolicyMutants {

  private static final YAMLMapper MAPPER = new YAMLMapper();
  private static final Pattern HOURS = Pattern.compile("(\\d\\d)(:\\d\\d-)(\\d\\d)(:\\d\\d)");

  /** What says nothing that a judgement holds, or what a value is called or made of. */
  private static final Set<String> LEFT =
      Set.of(
          "pack",
          "version",
          "language",
          "label",
          "clauses",
          "ambiguity",
          "recorded",
          "alternatives",
          "invented",
          "type",
          "flag",
          "input",
          "group",
          "model",
          "edition",
          "choice");

  /** Sections whose entries are left out whole, too: another pack might do without them. */
  private static final Set<String> ENTRIES =
      Set.of(
          "fields",
          "facts",
          "assessments",
          "kinds",
          "states",
          "pauses",
          "clocks",
          "grounds",
          "callouts");

  private static final Set<Object> NAMED = Set.of("values", "data", "if", "where");

  private static final Set<String> WHOLE = Set.of("by", "where", "if", "restart", "resume");
  private static final List<String> CHANGES = List.of("earliest", "keep", "rebase", "restart");

  private static final Map<String, List<String>> WORDS =
      Map.ofEntries(
          Map.entry("turn", List.of("vendor", "customer", "reseller", "third-party")),
          Map.entry("owner", List.of("vendor", "reseller", "customer")),
          Map.entry("side", List.of("vendor", "reseller")),
          Map.entry("route", List.of("partner", "direct")),
          Map.entry("unit", List.of("hours", "business-hours", "business-days", "calendar-days")),
          Map.entry("zone", List.of("UTC", "Asia/Tokyo")),
          Map.entry("country", List.of("PL", "SE", "ES", "US")),
          Map.entry("severity-change", CHANGES),
          Map.entry("tier-change", CHANGES),
          Map.entry("route-change", CHANGES),
          Map.entry("type-change", CHANGES),
          Map.entry("fact-change", CHANGES),
          Map.entry("policy-change", CHANGES));

  private final String file;
  private final JsonNode tree;
  private final List<Mutant> mutants = new ArrayList<>();

  private PolicyMutants(String file, String yaml) {
    this.file = file;
    this.tree = MAPPER.readTree(yaml);
  }

  static List<Mutant> of(String file, String yaml) {
    PolicyMutants made = new PolicyMutants(file, yaml);
    made.object(made.tree, List.of(), List.of());
    return List.copyOf(made.mutants);
  }

  private void object(JsonNode node, List<Object> path, List<String> outer) {
    List<String> clauses = path.isEmpty() ? List.of() : clauses(node, outer);
    for (String key : node.propertyNames()) {
      if (!LEFT.contains(key) || names(path)) {
        member(node, key, path, clauses);
      }
    }
  }

  /** Whether the keys below are names that the pack gave, and no words of the language. */
  private static boolean names(List<Object> path) {
    return path.size() == 1 && ENTRIES.contains(path.getFirst())
        || !path.isEmpty() && NAMED.contains(path.getLast());
  }

  private void member(JsonNode node, String key, List<Object> path, List<String> clauses) {
    JsonNode child = node.get(key);
    List<Object> here = with(path, key);
    if (child.isObject() && path.size() == 1 && ENTRIES.contains(path.getFirst())) {
      left(here, clauses(child, clauses));
    }
    if (here.equals(List.of("notices"))) {
      notices(child, here);
    } else if (child.isArray()) {
      array(child, here, clauses);
    } else if (child.isObject() && labels(path, child)) {
      left(here, clauses);
    } else if (child.isObject()) {
      object(child, here, clauses);
    } else {
      scalar(node, key, here, clauses);
    }
    if (WHOLE.contains(key) && child.isContainer() && child.size() > 1) {
      left(here, clauses);
    }
  }

  /** A code with its labels stands in a list of codes. */
  private static boolean labels(List<Object> path, JsonNode child) {
    return !path.isEmpty()
        && path.getLast().equals("values")
        && !path.getFirst().equals("states")
        && child.valueStream().allMatch(JsonNode::isString);
  }

  private void array(JsonNode list, List<Object> path, List<String> clauses) {
    for (int i = 0; i < list.size(); i++) {
      JsonNode item = list.get(i);
      List<Object> here = with(path, i);
      if (list.size() > 1) {
        add(path, "without " + words(item), clauses, remove(here));
      }
      if (item.isObject()) {
        object(item, here, clauses);
      } else if (item.isNumber()) {
        numbers(here, item, clauses);
      } else {
        hours(here, item.asString(), clauses);
      }
    }
  }

  private void notices(JsonNode list, List<Object> path) {
    for (int i = 0; i < list.size(); i++) {
      List<String> clauses = clauses(list.get(i), List.of());
      left(with(path, i), clauses);
      array(list.get(i).path("to"), with(with(path, i), "to"), clauses);
    }
  }

  private void scalar(JsonNode parent, String key, List<Object> path, List<String> clauses) {
    JsonNode value = parent.get(key);
    if (value.isNumber()) {
      numbers(path, value, clauses);
    } else if (value.isBoolean()) {
      boolean other = !value.asBoolean();
      add(path, value + " -> " + other, clauses, root -> put(root, path, other));
    } else {
      word(parent, key, path, clauses);
    }
  }

  private void word(JsonNode parent, String key, List<Object> path, List<String> clauses) {
    String value = parent.get(key).asString();
    List<String> others = new ArrayList<>(others(parent, key));
    if (others.isEmpty()) {
      left(path, clauses);
      return;
    }
    String other = others.get((others.indexOf(value) + 1) % others.size());
    if (!other.equals(value)) {
      add(path, value + " -> " + other, clauses, root -> put(root, path, other));
    }
  }

  private List<String> others(JsonNode parent, String key) {
    return switch (key) {
      case "value" -> parent.path("alternatives").valueStream().map(JsonNode::asString).toList();
      case "absent" -> List.copyOf(parent.path("values").propertyNames());
      case "enters" -> List.copyOf(tree.path("tiers").propertyNames());
      default -> WORDS.getOrDefault(key, List.of());
    };
  }

  private void numbers(List<Object> path, JsonNode value, List<String> clauses) {
    for (int step : new int[] {1, -1}) {
      long other = value.asLong() + step;
      if (other >= 0) {
        add(path, value + " -> " + other, clauses, root -> put(root, path, other));
      }
    }
  }

  private void hours(List<Object> path, String text, List<String> clauses) {
    Matcher hours = HOURS.matcher(text);
    if (hours.matches()) {
      String later = "%02d".formatted(Integer.parseInt(hours.group(1)) + 1);
      String earlier = "%02d".formatted(Integer.parseInt(hours.group(3)) - 1);
      String one = later + hours.group(2) + hours.group(3) + hours.group(4);
      String two = hours.group(1) + hours.group(2) + earlier + hours.group(4);
      add(path, text + " -> " + one, clauses, root -> put(root, path, one));
      add(path, text + " -> " + two, clauses, root -> put(root, path, two));
    }
  }

  private void left(List<Object> path, List<String> clauses) {
    add(path, "left out", clauses, remove(path));
  }

  private void add(
      List<Object> path, String what, List<String> clauses, Consumer<JsonNode> change) {
    mutants.add(
        new Mutant(
            file,
            Mutant.dotted(path),
            what,
            clauses,
            () -> {
              JsonNode copy = tree.deepCopy();
              change.accept(copy);
              return MAPPER.writeValueAsString(copy);
            }));
  }

  private static Consumer<JsonNode> remove(List<Object> path) {
    return root -> {
      switch (parent(root, path)) {
        case ArrayNode list -> list.remove((Integer) path.getLast());
        case JsonNode map -> ((ObjectNode) map).remove((String) path.getLast());
      }
    };
  }

  private static void put(JsonNode root, List<Object> path, Object value) {
    JsonNode node = MAPPER.valueToTree(value);
    switch (parent(root, path)) {
      case ArrayNode list -> list.set((Integer) path.getLast(), node);
      case JsonNode map -> ((ObjectNode) map).set((String) path.getLast(), node);
    }
  }

  private static JsonNode parent(JsonNode root, List<Object> path) {
    JsonNode at = root;
    for (Object step : path.subList(0, path.size() - 1)) {
      at = step instanceof Integer index ? at.get(index) : at.get((String) step);
    }
    return at;
  }

  private static List<String> clauses(JsonNode node, List<String> outer) {
    JsonNode own = node.get("clauses");
    return own == null ? outer : own.valueStream().map(JsonNode::asString).toList();
  }

  private static List<Object> with(List<Object> path, Object step) {
    List<Object> longer = new ArrayList<>(path);
    longer.add(step);
    return List.copyOf(longer);
  }

  private static String words(JsonNode item) {
    return item.isString() ? item.asString() : item.toString();
  }
}
