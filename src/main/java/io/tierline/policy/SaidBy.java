package io.tierline.policy;

import io.tierline.policy.Admission.Cause;
import io.tierline.policy.Admission.Refused;
import io.tierline.policy.Declaration.Field;
import io.tierline.timeline.Actor;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whether each field of an entry is its actor's to say, whatever kind brings it. */
record SaidBy(Map<String, Field> fields) {

  Optional<Refused> check(Proposal proposal) {
    return proposal.data().get("fields") instanceof Map<?, ?> said
        ? fields.values().stream()
            .filter(field -> said.containsKey(field.name()))
            .filter(field -> !says(field, proposal.by()))
            .findFirst()
            .map(field -> refused(field, proposal.by()))
        : Optional.empty();
  }

  private static boolean says(Field field, Actor actor) {
    return field.by().isEmpty()
        || field.by().contains(actor.code())
        || field.by().contains(actor.role().code());
  }

  private static Refused refused(Field field, Actor actor) {
    return new Refused(
        Cause.ROLE,
        "policy.yaml#fields." + field.name() + ".by",
        field.word().clauses(),
        "Expected 'fields.%s' from %s, but it came from %s"
            .formatted(field.name(), roles(field), actor.code()));
  }

  /** No tier is told: it may be one that hides, and a vendor's agent may be another's customer. */
  private static List<String> roles(Field field) {
    return field.by().stream().map(code -> code.split("/")[0]).distinct().toList();
  }
}
