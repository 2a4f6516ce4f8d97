package io.tierline.timeline;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;

/** In what capacity somebody acts. */
public enum Role {
  CUSTOMER,
  RESELLER,
  AGENT,
  INCIDENT_MANAGER,
  MONITOR,
  SYSTEM;

  private final String code = name().toLowerCase(Locale.ROOT).replace('_', '-');

  /** The code used in JSON, packs and case files, such as {@code incident-manager}. */
  @JsonValue
  public String code() {
    return code;
  }

  /**
   * The role of a code.
   *
   * @throws IllegalArgumentException if no role has this code; the message names the codes there
   *     are
   */
  @JsonCreator
  public static Role of(String code) {
    for (Role role : values()) {
      if (role.code.equals(code)) {
        return role;
      }
    }
    throw new IllegalArgumentException(
        "Expected a role of %s, but found '%s'"
            .formatted(Arrays.stream(values()).map(Role::code).toList(), code));
  }
}
