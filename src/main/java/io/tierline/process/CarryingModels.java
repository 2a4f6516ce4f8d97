package io.tierline.process;

import io.tierline.policy.Models;
import io.tierline.ticket.Tickets.Standing;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The models that {@code ticket} may call: those that begin when they are called. */
@Component
class CarryingModels implements Models {

  private static final Set<String> LEADERS = Set.of("leaders", "leaderMay", "leaderChoices");

  /** What carries a ticket whose type names no model. */
  static final String USUAL = "escalation";

  private final Set<String> known =
      Model.all().stream()
          .filter(Model::process)
          .filter(ModelCheck::callable)
          .map(Model::id)
          .collect(Collectors.toCollection(TreeSet::new));

  /** Those that have a task for whoever manages incidents. */
  private final Set<String> led =
      Model.all().stream()
          .filter(Model::process)
          .filter(model -> Expressions.names(model).stream().anyMatch(LEADERS::contains))
          .map(Model::id)
          .collect(Collectors.toSet());

  @Override
  public Set<String> known() {
    return known;
  }

  /** Whether a model asks for who manages incidents; for the others nobody is looked up. */
  boolean led(String model) {
    return led.contains(model);
  }

  /**
   * What carries the ticket while it is open. A pack that was stored may name a model that is gone
   * since: better the usual one than none.
   */
  String of(Standing standing) {
    String type = standing.judgement().type();
    String named = type == null ? null : standing.words().models().get(type);
    return named != null && known.contains(named) ? named : USUAL;
  }
}
