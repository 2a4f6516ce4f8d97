package io.tierline.cases;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a table's cell is changed to: the new text, by what is changed in words. */
final class CellChanges {

  private static final Pattern NOT = Pattern.compile("not\\s*\\((.*)\\)", Pattern.DOTALL);
  private static final Pattern ITEM = Pattern.compile("\"[^\"]*\"|[^\",\\s][^,\"]*");
  private static final Pattern NUMBER = Pattern.compile("\\d+");

  private CellChanges() {}

  /**
   * Changes of an input cell: each item of a list is left out, one alone is exchanged, and the
   * condition is dropped. A cell that says nothing has nothing to change.
   *
   * @param values of the column
   */
  static Map<String, String> ofInput(String cell, List<String> values) {
    Map<String, String> changes = new LinkedHashMap<>();
    if (cell.isEmpty() || cell.equals("-")) {
      return changes;
    }
    Matcher not = NOT.matcher(cell);
    List<String> items = items(not.matches() ? not.group(1) : cell);
    for (String item : items) {
      List<String> others = items.stream().filter(other -> !other.equals(item)).toList();
      if (!others.isEmpty()) {
        String rest = String.join(", ", others);
        changes.put("without " + item, not.matches() ? "not(" + rest + ")" : rest);
      } else if (NUMBER.matcher(item).find() && !item.startsWith("\"")) {
        numbers(item).forEach((what, text) -> changes.put(what, cell.replace(item, text)));
      } else if (!not.matches()) {
        next(item, values).ifPresent(other -> changes.put(item + " -> " + other, other));
      }
    }
    changes.put("without condition", "-");
    return changes;
  }

  /** Changes of an output cell: a number either way, a flag, a code to the column's next. */
  static Map<String, String> ofOutput(String cell, List<String> values) {
    Map<String, String> changes = new LinkedHashMap<>();
    if (NUMBER.matcher(cell).matches()) {
      changes.putAll(numbers(cell));
    } else if (cell.equals("true") || cell.equals("false")) {
      String other = cell.equals("true") ? "false" : "true";
      changes.put(cell + " -> " + other, other);
    } else {
      next(cell, values).ifPresent(other -> changes.put(cell + " -> " + other, other));
    }
    return changes;
  }

  /** The items of a list in a cell. */
  static List<String> items(String text) {
    List<String> items = new ArrayList<>();
    ITEM.matcher(text).results().forEach(item -> items.add(item.group().strip()));
    return items;
  }

  private static Map<String, String> numbers(String text) {
    Map<String, String> changes = new LinkedHashMap<>();
    for (int step : new int[] {1, -1}) {
      String other =
          NUMBER
              .matcher(text)
              .replaceFirst(found -> String.valueOf(Long.parseLong(found.group()) + step));
      if (!other.contains("-1")) {
        changes.put(text + " -> " + other, other);
      }
    }
    return changes;
  }

  private static java.util.Optional<String> next(String item, List<String> values) {
    List<String> others =
        values.stream().distinct().collect(Collectors.toCollection(ArrayList::new));
    int at = others.indexOf(item);
    return others.size() < 2
        ? java.util.Optional.empty()
        : java.util.Optional.of(others.get((at + 1) % others.size()));
  }
}
