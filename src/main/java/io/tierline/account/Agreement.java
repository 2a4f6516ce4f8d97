package io.tierline.account;

import java.util.HashMap;
import java.util.Map;

/**
 * Binds a customer or reseller to a pack.
 *
 * @param code the agreement's code, such as {@code demo}
 * @param pack the pack's id
 * @param holder the organisation that holds it: a reseller
 * @param vendor the organisation on the other side
 * @param terms contract values laid over the pack's own terms of the same code; may be empty
 */
public record Agreement(
    String code, String pack, String holder, String vendor, Map<String, Object> terms) {

  private static final String CALENDARS = "calendars";

  /** Its terms laid over those that its pack ships for it. */
  public Map<String, Object> over(Map<String, Object> shipped) {
    return overlay(shipped, terms);
  }

  /** A calendar holds as a whole: half of the pack's and half of a contract's is nobody's. */
  static Map<String, Object> overlay(Map<String, Object> base, Map<String, Object> top) {
    Map<String, Object> both = merged(base, top);
    if (base.get(CALENDARS) instanceof Map<?, ?> lower
        && top.get(CALENDARS) instanceof Map<?, ?> upper) {
      Map<Object, Object> calendars = new HashMap<>(lower);
      calendars.putAll(upper);
      both.put(CALENDARS, calendars);
    }
    return both;
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> merged(Map<String, Object> base, Map<String, Object> top) {
    Map<String, Object> both = new HashMap<>(base);
    top.forEach(
        (name, value) ->
            both.merge(
                name,
                value,
                (below, above) ->
                    below instanceof Map<?, ?> lower && above instanceof Map<?, ?> upper
                        ? merged((Map<String, Object>) lower, (Map<String, Object>) upper)
                        : above));
    return both;
  }
}
