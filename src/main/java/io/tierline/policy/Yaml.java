package io.tierline.policy;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Reads YAML strictly: a key that stands twice is a fault. */
final class Yaml {

  /** An alias can contain itself; nothing that a pack says goes as deep. */
  private static final int DEEPEST = 20;

  private Yaml() {}

  /** The document; null, with a fault that names the line, if it is none. */
  static @Nullable Object read(String file, String text, List<Fault> faults) {
    LoadSettings settings =
        LoadSettings.builder().setAllowDuplicateKeys(false).setLabel(file).build();
    try {
      Object document = new Load(settings).loadFromString(text);
      if (!deeper(document, DEEPEST)) {
        return document;
      }
      String reason = "Expected YAML of at most %d levels, but an alias or a list goes deeper";
      faults.add(new Fault(file, null, reason.formatted(DEEPEST)));
      return null;
    } catch (YamlEngineException wrong) {
      String reason = "Expected YAML, but found %s".formatted(Echo.of(problem(wrong)));
      faults.add(new Fault(file, line(wrong), reason));
      return null;
    }
  }

  private static boolean deeper(@Nullable Object value, int levels) {
    Collection<?> within =
        value instanceof Map<?, ?> map
            ? map.values()
            : value instanceof List<?> list ? list : List.of();
    return !within.isEmpty()
        && (levels == 0 || within.stream().anyMatch(one -> deeper(one, levels - 1)));
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
