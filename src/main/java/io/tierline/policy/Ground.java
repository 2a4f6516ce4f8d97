package io.tierline.policy;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * A ground for closing and whether it holds now.
 *
 * @param by the actors and roles who may close on it; whoever may close if none is named
 */
public record Ground(
    String ground,
    boolean holds,
    Why why,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> by) {

  public Ground {
    by = by == null ? List.of() : by;
  }

  /** Whether it is for an actor, such as {@code agent/L1}, to take. */
  public boolean isFor(String actor) {
    return by.isEmpty() || by.contains(actor) || by.contains(actor.split("/")[0]);
  }
}
