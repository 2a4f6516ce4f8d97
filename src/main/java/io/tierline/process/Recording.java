package io.tierline.process;

import io.tierline.account.Accounts;
import io.tierline.account.Person;
import io.tierline.policy.Proposal;
import io.tierline.ticket.Actors;
import io.tierline.ticket.Door;
import io.tierline.ticket.Outcome;
import io.tierline.ticket.Tickets;
import io.tierline.ticket.Tickets.Standing;
import io.tierline.timeline.Actor;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Answers the job {@code record}: takes what was chosen in a task, or the system's act, to the
 * door.
 */
@Component
class Recording {

  /** Of idempotency keys; no person has such an id. */
  private static final String SCOPE = "#job";

  private final Door door;
  private final Tickets tickets;
  private final Accounts accounts;
  private final ExportedRecords records;
  private final Instances instances;
  private final EngineMark engine;

  Recording(
      Door door,
      Tickets tickets,
      Accounts accounts,
      ExportedRecords records,
      Instances instances,
      EngineMark engine) {
    this.door = door;
    this.tickets = tickets;
    this.accounts = accounts;
    this.records = records;
    this.instances = instances;
    this.engine = engine;
  }

  /** Records what a person chose in a task; empty while the engine hasn't told yet who it was. */
  Optional<Verdict> byPerson(long instance, Act said) {
    Act act = said.on(instances.ticket(instance));
    if (act.act() == null || act.taskKey() == null) {
      return Optional.of(
          refused(act, "Expected the form to name an act, but the task was completed without"));
    }
    return records
        .ofElement(act.taskKey(), "COMPLETING")
        .map(record -> by(record.path("value"), act));
  }

  /** What was completed with variables that are no act: the task comes back and says so. */
  Verdict unreadable(long instance) {
    String ticket = instances.ticket(instance);
    Long lastSeq =
        ticket == null ? null : tickets.standing(ticket).map(Standing::lastSeq).orElse(null);
    return Verdict.refused(
        "Expected the form to name an act, but its variables are of another shape", lastSeq);
  }

  private Verdict by(JsonNode task, Act act) {
    String login = task.path("assignee").asString();
    Optional<Person> person = login.isBlank() ? Optional.empty() : accounts.byLogin(login);
    if (person.isEmpty()) {
      return refused(
          act,
          "Expected the task to be completed by somebody with an account, but it was "
              + (login.isBlank() ? "assigned to nobody" : "a login that no account has"));
    }
    // Tasklist shows every task to everybody, another reseller's people included.
    if (!tickets.concerns(person.get(), act.ticket())) {
      return refused(
          act,
          "Expected somebody whom the ticket concerns, but whoever completed the task has no part in it");
    }
    List<String> called =
        task.path("candidateGroupsList").valueStream().map(JsonNode::asString).toList();
    if (!called.isEmpty() && Collections.disjoint(called, person.get().groups())) {
      return refused(
          act,
          "Expected somebody of %s to complete the task, but whoever completed it is in none of them"
              .formatted(called));
    }
    return Actors.of(person.get())
        .map(
            actor ->
                verdict(
                    act, record(act, actor, "task:%s:%s".formatted(engine.id(), act.taskKey()))))
        .orElseGet(
            () ->
                refused(
                    act,
                    "Expected a role that acts on tickets, but whoever completed the task has none"));
  }

  /**
   * Records the system's own act, once per occasion.
   *
   * @throws IllegalStateException if the door refuses although nothing happened since the model
   *     asked: pack and model disagree, and asking again would not end
   */
  Verdict bySystem(long instance, Act said) {
    Act act = said.on(instances.ticket(instance));
    String key = "%s:%s:%s".formatted(act.ticket(), act.act(), act.occasion());
    Outcome outcome = record(act, Actor.system(), key);
    if (outcome instanceof Outcome.Refused refused && unchanged(act)) {
      throw new IllegalStateException(
          "Expected the pack to let the system record '%s', but it refused: %s"
              .formatted(act.act(), refused.reason()));
    }
    return verdict(act, outcome);
  }

  private Verdict verdict(Act act, Outcome outcome) {
    return switch (outcome) {
      case Outcome.Recorded recorded -> Verdict.recorded();
      case Outcome.Refused refused -> refused(act, refused.reason());
    };
  }

  private Verdict refused(Act act, String reason) {
    Long lastSeq = tickets.standing(act.ticket()).map(Standing::lastSeq).orElse(null);
    return Verdict.refused(reason, lastSeq);
  }

  private boolean unchanged(Act act) {
    return tickets
        .standing(act.ticket())
        .filter(standing -> Objects.equals(standing.lastSeq(), act.seenSeq()))
        .isPresent();
  }

  private Outcome record(Act act, Actor by, String key) {
    Choice.Chosen chosen = Choice.chosen(Objects.requireNonNull(act.act()));
    Map<String, Object> data = new HashMap<>(act.data() == null ? Map.of() : act.data());
    data.values().removeIf(Objects::isNull);
    data.putAll(chosen.data());
    return door.record(act.ticket(), new Proposal(by, chosen.kind(), null, null, data), SCOPE, key);
  }
}
