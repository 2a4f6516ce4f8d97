package io.tierline.ticket;

import io.micrometer.core.instrument.MeterRegistry;
import io.tierline.account.Person;
import io.tierline.policy.Proposal;
import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Component;

/**
 * The door, with its refusals counted for the operator: {@code tierline.door.refusals}, by the last
 * part of the refusal's type, such as {@code backlog} or {@code role}.
 */
@Primary
@Component
class CountedDoor implements Door {

  private final OneDoor door;
  private final MeterRegistry meters;

  CountedDoor(OneDoor door, MeterRegistry meters) {
    this.door = door;
    this.meters = meters;
  }

  @Override
  public Outcome open(Opening opening, Person person, String key) {
    return counted(door.open(opening, person, key));
  }

  @Override
  public Outcome record(String number, Proposal proposal, String scope, String key) {
    return counted(door.record(number, proposal, scope, key));
  }

  private Outcome counted(Outcome outcome) {
    if (outcome instanceof Outcome.Refused refused) {
      String type = refused.type().substring(refused.type().lastIndexOf(':') + 1);
      meters.counter("tierline.door.refusals", "type", type).increment();
    }
    return outcome;
  }
}
