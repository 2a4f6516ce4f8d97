package io.tierline.policy;

import io.tierline.policy.Compilation.Compiled;
import io.tierline.policy.Compilation.Rejected;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The shipped pack with some of its text replaced, as its owner would edit it. */
record EditedPack(Map<String, String> files) {

  private static final String POLICY = "rules/safr/policy.yaml";

  static EditedPack shipped() {
    return new EditedPack(SafrFiles.read().files());
  }

  /** In policy.yaml: another text where the given one stands first. */
  EditedPack policy(String from, String to) {
    String text = files.get(POLICY);
    if (!text.contains(from)) {
      throw new AssertionError("Expected '%s', but it is not there".formatted(from));
    }
    int at = text.indexOf(from);
    return with(POLICY, text.substring(0, at) + to + text.substring(at + from.length()));
  }

  /** Another budget in a row of the timers, and whose it is in policy.yaml: a version. */
  EditedPack budget(String row, int amount, String unit) {
    String start = "(LiteralExpression_timers_" + row;
    String timers =
        files
            .get("dmn/safr/timers.dmn")
            .replaceFirst(start + "_1\">\\s*<text>)[^<]*", "$1" + amount)
            .replaceFirst(start + "_2\">\\s*<text>)[^<]*", "$1\"" + unit + "\"");
    return with("dmn/safr/timers.dmn", timers);
  }

  EditedPack with(String file, String content) {
    Map<String, String> edited = new TreeMap<>(files);
    edited.put(file, content);
    return new EditedPack(edited);
  }

  /** A callout table over a clock's name, whether it is breached and its last reminder. */
  EditedPack callouts(String... rows) {
    StringBuilder text = new StringBuilder();
    for (String row : rows) {
      String[] cells = row.split("\\|");
      text.append("<rule>");
      for (int i = 0; i < cells.length; i++) {
        String entry = i == cells.length - 1 ? "outputEntry" : "inputEntry";
        text.append("<%1$s><text>%2$s</text></%1$s>".formatted(entry, cells[i].strip()));
      }
      text.append("</rule>");
    }
    return with(
        "dmn/safr/callout.dmn",
        """
        <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="d" name="d" namespace="n">
        <decision id="callout" name="Callout"><decisionTable id="t" hitPolicy="COLLECT">
        <input><inputExpression typeRef="string"><text>clock</text></inputExpression></input>
        <input><inputExpression typeRef="boolean"><text>breached</text></inputExpression></input>
        <input><inputExpression typeRef="string"><text>reminder</text></inputExpression></input>
        <output name="callout" typeRef="string"/>%s</decisionTable></decision></definitions>
        """
            .formatted(text));
  }

  Pack pack() {
    return switch (Pack.compile(PackFiles.of(files))) {
      case Compiled compiled -> compiled.pack();
      case Rejected rejected -> throw new AssertionError("Refused: " + rejected.faults());
    };
  }

  /** As a server compiles it that finds it stored. */
  Pack stored() {
    return switch (Pack.recompile(PackFiles.of(files))) {
      case Compiled compiled -> compiled.pack();
      case Rejected rejected -> throw new AssertionError("Refused: " + rejected.faults());
    };
  }

  List<Fault> faults() {
    return switch (Pack.compile(PackFiles.of(files))) {
      case Compiled compiled -> List.of();
      case Rejected rejected -> rejected.faults();
    };
  }
}
