package io.tierline.policy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Who may record what. The answer for all actors and kinds is worked out once for each combination
 * of the other values that the table asks for.
 */
final class Permissions {

  private static final String KIND = "kind";
  private static final String ACTOR = "actor";
  private static final int MOST = 10_000;

  private final Table table;
  private final List<String> others;
  private final List<String> actors;
  private final Collection<String> kinds;
  private final Map<List<Object>, Map<String, List<String>>> known = new ConcurrentHashMap<>();

  Permissions(Table table, List<String> actors, Collection<String> kinds) {
    this.table = table;
    this.actors = actors;
    this.kinds = kinds;
    others =
        table.inputs().stream()
            .filter(input -> !input.equals(KIND) && !input.equals(ACTOR))
            .toList();
  }

  Map<String, List<String>> allowed(Map<String, Object> values) {
    List<Object> key = new ArrayList<>(others.size());
    others.forEach(other -> key.add(String.valueOf(values.get(other))));
    Map<String, List<String>> found = known.get(key);
    if (found != null) {
      return found;
    }
    Map<String, List<String>> worked = workOut(values);
    if (known.size() >= MOST) {
      known.clear();
    }
    known.put(List.copyOf(key), worked);
    return worked;
  }

  private Map<String, List<String>> workOut(Map<String, Object> values) {
    Map<String, List<String>> allowed = new LinkedHashMap<>();
    for (String actor : actors) {
      values.put(ACTOR, actor);
      List<String> may = kinds.stream().filter(kind -> allows(values, kind)).toList();
      if (!may.isEmpty()) {
        allowed.put(actor, may);
      }
    }
    return java.util.Collections.unmodifiableMap(allowed);
  }

  private boolean allows(Map<String, Object> values, String kind) {
    values.put(KIND, kind);
    List<Match> matches = table.match(values);
    return !matches.isEmpty() && matches.getFirst().code("verdict").equals("allow");
  }
}
