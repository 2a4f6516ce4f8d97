package io.tierline.timeline;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * Who did it.
 *
 * @param role the capacity in which they acted
 * @param tier the support tier they acted for, such as {@code L2}; null where the role has none
 * @param org the organisation's code; null for the system
 * @param id the person's or machine's account id; null for the system
 * @param name the person's name; erasable, and never read by the judge
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Actor(
    Role role,
    @Nullable String tier,
    @Nullable String org,
    @Nullable String id,
    @Nullable String name) {

  private static final Actor SYSTEM = new Actor(Role.SYSTEM, null, null, null, null);

  /** Tierline itself. */
  public static Actor system() {
    return SYSTEM;
  }

  /** The actor of an abbreviation such as {@code reseller/L2} or {@code system}. */
  public static Actor of(String abbreviation) {
    int slash = abbreviation.indexOf('/');
    return slash < 0
        ? new Actor(Role.of(abbreviation), null, null, null, null)
        : new Actor(
            Role.of(abbreviation.substring(0, slash)),
            abbreviation.substring(slash + 1),
            null,
            null,
            null);
  }

  /** Role and tier as one code, such as {@code reseller/L2}: what permission tables decide on. */
  public String code() {
    return tier == null ? role.code() : role.code() + "/" + tier;
  }
}
