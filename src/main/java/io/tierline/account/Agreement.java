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

  /** Its terms laid over those that its pack ships for it. */
  public Map<String, Object> over(Map<String, Object> shipped) {
    return overlay(shipped, terms);
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> overlay(Map<String, Object> base, Map<String, Object> top) {
    Map<String, Object> both = new HashMap<>(base);
    top.forEach(
        (name, value) ->
            both.merge(
                name,
                value,
                (below, above) ->
                    below instanceof Map<?, ?> lower && above instanceof Map<?, ?> upper
                        ? overlay((Map<String, Object>) lower, (Map<String, Object>) upper)
                        : above));
    return both;
  }
}
