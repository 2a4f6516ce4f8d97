package io.tierline.policy;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Reads YAML strictly: a key that stands twice is a fault. */
final class Yaml {

  private Yaml() {}

  /** The document; null, with a fault that names the line, if it is none. */
  static @Nullable Object read(String file, String text, List<Fault> faults) {
    LoadSettings settings =
        LoadSettings.builder().setAllowDuplicateKeys(false).setLabel(file).build();
    try {
      return new Load(settings).loadFromString(text);
    } catch (YamlEngineException wrong) {
      String reason = "Expected YAML, but found %s".formatted(Echo.of(problem(wrong)));
      faults.add(new Fault(file, line(wrong), reason));
      return null;
    }
  }

  private static String problem(YamlEngineException wrong) {
    return wrong instanceof MarkedYamlEngineException marked && marked.getProblem() != null
        ? marked.getProblem()
        : String.valueOf(wrong.getMessage());
  }

  private static @Nullable String line(YamlEngineException wrong) {
    return wrong instanceof MarkedYamlEngineException marked
        ? marked.getProblemMark().map(mark -> "line " + (mark.getLine() + 1)).orElse(null)
        : null;
  }
}
