package io.tierline.policy;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Reads YAML strictly: a key that stands twice is a fault. */
final class Yaml {

  /** An alias can contain itself; nothing that a pack says goes as deep. */
  private static final int DEEPEST = 20;

  /** Fifty aliases, nested, can stand for more values than there is memory. */
  private static final int MOST_VALUES = 100_000;

  private Yaml() {}

  /** The document; null, with a fault that names the line, if it is none. */
  static @Nullable Object read(String file, String text, List<Fault> faults) {
    LoadSettings settings =
        LoadSettings.builder().setAllowDuplicateKeys(false).setLabel(file).build();
    try {
      if (nested(settings, text)) {
        faults.add(tooDeep(file));
        return null;
      }
      Object document = new Load(settings).loadFromString(text);
      return within(file, document, faults) ? document : null;
    } catch (YamlEngineException wrong) {
      String reason = "Expected YAML, but found %s".formatted(Echo.of(problem(wrong)));
      faults.add(new Fault(file, line(wrong), reason));
      return null;
    }
  }

  private static Fault tooDeep(String file) {
    String reason = "Expected YAML of at most %d levels, but an alias or a list goes deeper";
    return new Fault(file, null, reason.formatted(DEEPEST));
  }

  /** Asked of the events, one by one, for whoever makes a tree of them does it by recursion. */
  private static boolean nested(LoadSettings settings, String text) {
    int depth = 0;
    for (Event event : new Parse(settings).parseString(text)) {
      depth +=
          event instanceof CollectionStartEvent ? 1 : event instanceof CollectionEndEvent ? -1 : 0;
      if (depth > DEEPEST + 1) {
        return true;
      }
    }
    return false;
  }

  private static boolean within(String file, @Nullable Object document, List<Fault> faults) {
    if (left(document, DEEPEST, MOST_VALUES) < 0) {
      String reason = "Expected YAML of at most %,d values, but its aliases stand for more";
      faults.add(new Fault(file, null, reason.formatted(MOST_VALUES)));
    } else if (deeper(document, DEEPEST)) {
      faults.add(tooDeep(file));
    } else {
      return true;
    }
    return false;
  }

  /** What is left of a number of values after these; below zero if there are more. */
  private static int left(@Nullable Object value, int levels, int most) {
    int left = most - 1;
    for (Object one : levels == 0 ? List.of() : parts(value)) {
      if (left < 0) {
        break;
      }
      left = left(one, levels - 1, left);
    }
    return left;
  }

  private static boolean deeper(@Nullable Object value, int levels) {
    Collection<?> parts = parts(value);
    return !parts.isEmpty()
        && (levels == 0 || parts.stream().anyMatch(one -> deeper(one, levels - 1)));
  }

  private static Collection<?> parts(@Nullable Object value) {
    return value instanceof Map<?, ?> map
        ? map.values()
        : value instanceof List<?> list ? list : List.of();
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
