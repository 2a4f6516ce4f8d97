package io.tierline.cases;

import io.tierline.policy.PackFiles;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * A pack with one change.
 *
 * @param file the file that it is made in
 * @param place the row and cell, or the value's path
 * @param change what is changed
 * @param clauses those that the row or value names
 * @param text the file's text with the change
 */
record Mutant(
    String file, String place, String change, List<String> clauses, Supplier<String> text) {

  /** The change in words, unique within the pack. */
  String path() {
    return file.substring(file.lastIndexOf('/') + 1) + " " + place + ": " + change;
  }

  /** Whether a table's cell or row is changed. */
  boolean ofTable() {
    return file.endsWith(".dmn");
  }

  /** Whether a table's input cell is changed. */
  boolean ofCondition() {
    return place.contains(", input ");
  }

  /** The decision that is changed; only of tables. */
  String decision() {
    return file.substring(file.lastIndexOf('/') + 1).replace(".dmn", "");
  }

  /** The row that is changed, from 1; only of tables. */
  int row() {
    return Integer.parseInt(place.split("[ ,]")[1]);
  }

  /** The pack's files with the change. */
  PackFiles in(PackFiles files) {
    Map<String, String> changed = new TreeMap<>(files.files());
    changed.put(file, text.get());
    return PackFiles.of(changed);
  }

  /** A path into a policy in words, such as {@code clocks.response.pauses[0]}. */
  static String dotted(List<Object> path) {
    StringBuilder text = new StringBuilder();
    path.forEach(
        step ->
            text.append(
                step instanceof Integer index
                    ? "[" + index + "]"
                    : (text.isEmpty() ? "" : ".") + step));
    return text.toString();
  }
}
