package io.tierline.cases;

import io.tierline.policy.PackFiles;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Decision tables written as text: {@code decision POLICY: inputs -> outputs}, then a row a line,
 * {@code -} for any.
 */
public final class PlainTables {

  private static final String NAMESPACE = "https://www.omg.org/spec/DMN/20191111/MODEL/";
  private static final Set<String> FLAGS =
      Set.of("breached", "open", "holds", "never", "bypass", "allowanceUsed");

  private PlainTables() {}

  /** A pack of a policy and its tables. */
  public static PackFiles pack(String id, String policy, String tables) {
    Map<String, String> files = new LinkedHashMap<>();
    files.put("rules/" + id + "/policy.yaml", policy);
    for (String table : tables.replaceAll("(?m)^#.*\n", "").strip().split("\n\\s*\n")) {
      List<String> lines = table.lines().toList();
      String name = lines.getFirst().split(" ")[0];
      files.put("dmn/" + id + "/" + name + ".dmn", dmn(lines));
    }
    return PackFiles.of(files);
  }

  /** One table as DMN. */
  public static String dmn(List<String> lines) {
    String[] head = lines.getFirst().split("[ :]+", 3);
    String[] columns = head[2].split(" -> ");
    String rows = lines.stream().skip(1).map(PlainTables::row).collect(Collectors.joining());
    return """
    <definitions xmlns="%s" id="d" name="d" namespace="n">
    <decision id="%s" name="%s"><decisionTable id="t" hitPolicy="%s">
    %s%s%s</decisionTable></decision></definitions>
    """
        .formatted(
            NAMESPACE,
            head[0],
            head[0],
            head[1],
            each(columns[0], PlainTables::input),
            each(columns[1], PlainTables::output),
            rows);
  }

  private static String each(String words, java.util.function.UnaryOperator<String> write) {
    return Arrays.stream(words.strip().split(" ")).map(write).collect(Collectors.joining());
  }

  private static String input(String name) {
    return "<input id=\"i_%s\"><inputExpression typeRef=\"%s\"><text>%s</text></inputExpression></input>\n"
        .formatted(name, FLAGS.contains(name) ? "boolean" : "string", name);
  }

  private static String output(String name) {
    String type = FLAGS.contains(name) ? "boolean" : name.equals("amount") ? "number" : "string";
    return "<output id=\"o_%s\" name=\"%s\" typeRef=\"%s\"/>\n".formatted(name, name, type);
  }

  private static String row(String line) {
    String[] sides = line.split(" -> ");
    return "<rule>%s%s</rule>\n"
        .formatted(
            each(
                sides[0], cell -> "<inputEntry><text>%s</text></inputEntry>".formatted(cell(cell))),
            each(
                sides[1],
                cell -> "<outputEntry><text>%s</text></outputEntry>".formatted(cell(cell))));
  }

  private static String cell(String word) {
    return word.equals("-") || word.matches("true|false|\\d+") ? word : '"' + word + '"';
  }
}
