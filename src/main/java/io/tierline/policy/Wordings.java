package io.tierline.policy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether people are spoken to in the pack's language: labels and mails say everything in it, and
 * mails name clocks that there are.
 */
record Wordings(Declaration declaration) {

  private static final Pattern DUE = Pattern.compile("\\{due:([^{}]*)}");
  private static final int NAMED = 5;

  /** The reasons by the path of what is wrong. */
  Map<String, String> faults() {
    Map<String, String> faults = new LinkedHashMap<>();
    List<String> silent = silent();
    if (!silent.isEmpty()) {
      faults.put(
          "language",
          "Expected labels and mails in '%s', the pack's language, but %d lack it, such as %s"
              .formatted(
                  declaration.language(),
                  silent.size(),
                  silent.subList(0, Math.min(NAMED, silent.size()))));
    }
    int number = 0;
    for (Vocabulary.Notice notice : declaration.notices()) {
      String path = "notices." + number++;
      notice.subject().values().forEach(text -> due(path + ".subject", text, faults));
      notice.body().values().forEach(text -> due(path + ".body", text, faults));
    }
    return faults;
  }

  /** Where something is said, but not in the pack's language. */
  private List<String> silent() {
    List<String> silent = new ArrayList<>();
    Words.of(declaration)
        .codes()
        .forEach(
            (sort, codes) -> codes.forEach((code, label) -> add(sort + "." + code, label, silent)));
    declaration
        .kinds()
        .forEach((code, kind) -> add("kinds." + code + ".choice", kind.choice(), silent));
    for (Vocabulary.Notice notice : declaration.notices()) {
      add("the subject of the notice on " + notice.on(), notice.subject(), silent);
      add("the body of the notice on " + notice.on(), notice.body(), silent);
    }
    return silent;
  }

  private void add(String path, Map<String, String> texts, List<String> silent) {
    if (!texts.isEmpty() && !texts.containsKey(declaration.language())) {
      silent.add(path);
    }
  }

  private void due(String path, String text, Map<String, String> faults) {
    Matcher named = DUE.matcher(text);
    while (named.find()) {
      if (!declaration.clocks().containsKey(named.group(1))) {
        faults.put(
            path,
            "Expected {due:...} to name a clock of %s, but found '%s'"
                .formatted(declaration.clocks().keySet(), named.group(1)));
      }
    }
  }
}
