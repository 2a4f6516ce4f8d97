package io.tierline.account;

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
    String code, String pack, String holder, String vendor, Map<String, Object> terms) {}
